using System.Net;
using System.Text;

namespace Pinterest.OpenApi;

/// <summary>
/// A response whose body was read into pooled memory. JSON is read synchronously; reading the network
/// synchronously would block a thread for as long as the network takes and could not be cancelled, and the
/// text must be at hand for an error anyway.
/// </summary>
internal sealed class BufferedResponse : IDisposable
{
    // The text of an error is for a person, who reads no more.
    private const int MaxTextBytes = 64 * 1024;

    private readonly BodyBuffer _body;

    private BufferedResponse(HttpResponseMessage response)
    {
        var length = response.Content.Headers.ContentLength;
        Status = response.StatusCode;
        Reason = response.ReasonPhrase;
        Headers = new PinterestResponseHeaders(response);
        IsDeclaredEmpty = length == 0 || Status is HttpStatusCode.NoContent or HttpStatusCode.ResetContent;
        _body = new BodyBuffer(length ?? 0);
    }

    public HttpStatusCode Status { get; }

    public bool IsSuccess => (int)Status is >= 200 and <= 299;

    public string? Reason { get; }

    public PinterestResponseHeaders Headers { get; }

    public int Length => _body.Length;

    /// <summary>
    /// Gets whether the server says that there is no body. A plain text that is labelled as compressed can be empty
    /// too, after its decompression.
    /// </summary>
    public bool IsDeclaredEmpty { get; }

    /// <summary>
    /// Gets or sets whether the call had its effect, whatever the status says. The body is that of an error then, and is
    /// not read.
    /// </summary>
    public bool IsDone { get; set; }

    /// <summary>Gets what is wrong with the body of a success, as a sentence; null when it could be read.</summary>
    public string? Damage { get; private set; }

    /// <summary>Gets the exception behind <see cref="Damage"/>, if there is one.</summary>
    public Exception? DamageCause { get; private set; }

    /// <summary>Gets or sets the model that was made of the body.</summary>
    public object? Value { get; set; }

    /// <summary>Reads a response. Of an error what can be read is enough, because its status counts.</summary>
    /// <param name="response">The response, whose body was not read yet.</param>
    /// <param name="maxBytes">The largest body of a success.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">The body of a success broke off.</exception>
    public static async Task<BufferedResponse> ReadAsync(
        HttpResponseMessage response,
        int maxBytes,
        CancellationToken cancellationToken
    )
    {
        var buffered = new BufferedResponse(response);
        try
        {
            await buffered.ReadBodyAsync(response.Content, maxBytes, cancellationToken).ConfigureAwait(false);
            return buffered;
        }
        catch (Exception error)
            when (error is InvalidDataException or InvalidOperationException and not ObjectDisposedException)
        {
            // The decoders of .NET throw these, each its own.
            buffered.Damage = $"The body cannot be decompressed ({error.Message}).";
            buffered.DamageCause = error;
            return buffered;
        }
        catch (Exception error) when (error is IOException or HttpRequestException && !buffered.IsSuccess)
        {
            return buffered;
        }
        catch
        {
            buffered.Dispose();
            throw;
        }
    }

    /// <summary>Reads the body as JSON, as long as the budget lasts.</summary>
    /// <exception cref="Newtonsoft.Json.JsonException">The body is not JSON, not of the kind that the type needs, or
    /// too much.</exception>
    public T? ReadJson<T>(JsonBudget budget) => _body.Use(bytes => PinterestJson.Deserialize<T>(bytes, budget));

    /// <summary>Gives the beginning of the body as text.</summary>
    public string Text()
    {
        using var text = new StreamReader(new BodyStream(_body, MaxTextBytes), Encoding.UTF8);
        return text.ReadToEnd();
    }

    public void Dispose() => _body.Dispose();

    private async Task ReadBodyAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        var most = IsSuccess ? maxBytes : Math.Min(maxBytes, MaxTextBytes);
        var body = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            // One byte more than allowed tells a body that is just small enough from one that is too large.
            while (Length <= most)
            {
                var free = _body.Free(most + 1 - Length);
                var read = await body.ReadAsync(free, cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    return;
                }

                _body.Advance(read);
            }
        }

        Damage =
            $"The body is larger than {most} bytes after decompression. Request less data, or increase MaxResponseBytes.";
    }
}
