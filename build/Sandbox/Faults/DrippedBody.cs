namespace Pinterest.OpenApi.Sandbox.Faults;

/// <summary>Sends the body in small pieces.</summary>
/// <param name="connection">The body of the response.</param>
/// <param name="time">How long all pieces take together.</param>
/// <param name="clock">Measures that time.</param>
internal sealed class DrippedBody(Stream connection, TimeSpan time, TimeProvider clock) : FaultyBody
{
    private const int Pieces = 20;

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        var piece = Math.Max(1, (buffer.Length + Pieces - 1) / Pieces);
        for (var sent = 0; sent < buffer.Length; sent += piece)
        {
            var length = Math.Min(piece, buffer.Length - sent);
            await connection.WriteAsync(buffer.Slice(sent, length), cancellationToken).ConfigureAwait(false);
            await connection.FlushAsync(cancellationToken).ConfigureAwait(false);
            await Task.Delay(time / Pieces, clock, cancellationToken).ConfigureAwait(false);
        }
    }
}
