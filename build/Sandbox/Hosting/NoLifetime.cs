using Microsoft.Extensions.Hosting;

namespace Pinterest.OpenApi.Sandbox.Hosting;

/// <summary>
/// A lifetime that watches no signals. The usual one takes Ctrl+C away from the process that the sandbox runs in.
/// </summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
