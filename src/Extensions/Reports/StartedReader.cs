namespace Pinterest.OpenApi;

/// <summary>A text whose beginning was read already, to see what it is. It is read again.</summary>
/// <param name="beginning">The beginning.</param>
/// <param name="rest">What follows it.</param>
/// <param name="ending">Ends the reading for those who cannot say so by themselves, as the reader of JSON.</param>
internal sealed class StartedReader(string beginning, TextReader rest, CancellationToken ending) : TextReader
{
    private ReadOnlyMemory<char> _beginning = beginning.AsMemory();

    public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        if (_beginning.IsEmpty)
        {
            return rest.ReadAsync(buffer, cancellationToken);
        }

        var count = Math.Min(buffer.Length, _beginning.Length);
        _beginning[..count].CopyTo(buffer);
        _beginning = _beginning[count..];
        return new ValueTask<int>(count);
    }

    public override Task<int> ReadAsync(char[] buffer, int index, int count) =>
        ReadAsync(buffer.AsMemory(index, count), ending).AsTask();

    public override int Read(char[] buffer, int index, int count) =>
        throw new NotSupportedException("A report can only be read asynchronously.");
}
