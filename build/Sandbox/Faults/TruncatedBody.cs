namespace Pinterest.OpenApi.Sandbox.Faults;

/// <summary>Sends half of the body, then breaks the connection.</summary>
/// <param name="connection">The body of the response.</param>
/// <param name="abort">Breaks the connection.</param>
internal sealed class TruncatedBody(Stream connection, Action abort) : FaultyBody
{
    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        await connection.WriteAsync(buffer[..(buffer.Length / 2)], cancellationToken).ConfigureAwait(false);
        await connection.FlushAsync(cancellationToken).ConfigureAwait(false);
        abort();
    }
}
