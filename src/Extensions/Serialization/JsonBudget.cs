using Newtonsoft.Json;

namespace Pinterest.OpenApi;

/// <summary>
/// What reading the JSON of one response may cost. A few bytes of JSON can become a hundred bytes of objects, and a
/// single long text is copied several times, so that the size of the body alone bounds neither memory nor time.
/// Example: with a limit of 64 MiB, 700,000 tokens or a text of 4 MiB end the reading.
/// </summary>
/// <param name="maxBytes">The largest body.</param>
/// <param name="cancellationToken">Ends the reading, which is synchronous.</param>
internal sealed class JsonBudget(int maxBytes, CancellationToken cancellationToken)
{
    private const int LeastTokens = 100_000;
    private const int LeastTokenBytes = 256 * 1024;

    // Looking at a cancellation token costs as much as reading a token.
    private const int TokensBetweenLooks = 1024;

    private readonly int _maxTokens = Math.Max(LeastTokens, maxBytes / 100);
    private readonly int _maxTokenBytes = Math.Max(LeastTokenBytes, maxBytes / 16);
    private int _tokens;

    /// <summary>Counts a token.</summary>
    /// <param name="bytes">The length of its text.</param>
    /// <exception cref="JsonReaderException">There are too many, or this one is too long.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public void AddToken(int bytes)
    {
        if (_tokens++ % TokensBetweenLooks == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (_tokens > _maxTokens)
        {
            throw new JsonReaderException($"There are more than {_maxTokens} values and names.");
        }

        if (bytes > _maxTokenBytes)
        {
            throw new JsonReaderException($"A single value is longer than {_maxTokenBytes} bytes.");
        }
    }
}
