using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Pinterest.OpenApi;

namespace Samples;

/// <summary>
/// A worker that lists new Pins every so often: the client from the services, tokens in a folder, calls in
/// OpenTelemetry.
/// </summary>
public static partial class SyncWorker
{
    /// <summary>
    /// Runs the sample until it is cancelled. The user must have signed in before, with the sample sign-in.
    /// </summary>
    public static async Task<int> RunAsync(
        PinterestClientOptions options,
        TextWriter output,
        string tokenFolder,
        TimeSpan interval,
        CancellationToken cancellationToken
    )
    {
        var app =
            options.App
            ?? throw new ArgumentException(
                "Set App: tokens are renewed with the app's id and secret.",
                nameof(options)
            );
        using var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        var builder = Host.CreateApplicationBuilder();

        var where = new PinterestOAuthOptions
        {
            BaseAddress = options.BaseAddress,
            TimeProvider = options.TimeProvider,
        };

        #region client
        // Logs, of renewed tokens too, go to the services' own loggers.
        builder.Services.AddSingleton<PinterestCredential>(services =>
        {
            var logged = where with { LoggerFactory = services.GetRequiredService<ILoggerFactory>() };
            var oauth = new PinterestOAuth(http, app, logged);
            return new UserTokenCredential(oauth, new FileTokenStore(tokenFolder), SignInWithLoopbackPage.User);
        });
        builder.Services.AddPinterestClient(services =>
            options with
            {
                AccessToken = null,
                Credential = services.GetRequiredService<PinterestCredential>(),
            }
        );
        #endregion

        #region telemetry
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("pin-sync"))
            .WithTracing(tracing => tracing.AddSource(PinterestTelemetry.Name).AddConsoleExporter())
            .WithMetrics(metrics => metrics.AddMeter(PinterestTelemetry.Name).AddConsoleExporter());
        #endregion

        builder.Services.AddHostedService(services => new Worker(
            services.GetRequiredService<IPinterestClient>(),
            output,
            interval,
            options.TimeProvider,
            services.GetRequiredService<ILogger<Worker>>()
        ));

        // Ctrl+C, SIGTERM and the caller's cancellation end the round under way, then the host; what was measured
        // is still exported.
        using var host = builder.Build();
        await host.RunAsync(cancellationToken);
        return 0;
    }

    private sealed partial class Worker(
        IPinterestClient pinterest,
        TextWriter output,
        TimeSpan interval,
        TimeProvider time,
        ILogger<Worker> logger
    ) : BackgroundService
    {
        private readonly HashSet<string> _known = new(StringComparer.Ordinal);
        private bool _isFirst = true;

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            #region rounds
            using var timer = new PeriodicTimer(interval, time);
            do
            {
                try
                {
                    await ListNewPinsAsync(stoppingToken);
                }
                catch (PinterestException error)
                {
                    // The next round may fare better. A user who must sign in again can do so meanwhile: the store
                    // is read again.
                    RoundFailed(logger, error.Message);
                }
            } while (await timer.WaitForNextTickAsync(stoppingToken));
            #endregion
        }

        private async Task ListNewPinsAsync(CancellationToken cancellationToken)
        {
            // Nobody promises the order of the list, so ids are compared.
            await foreach (var pin in pinterest.Pins.EnumerateAsync(new() { PageSize = 250 }, cancellationToken))
            {
                if (_known.Add(pin.Id) && !_isFirst)
                {
                    await output.WriteLineAsync($"New: {pin.Title ?? pin.Id}");
                }
            }

            if (_isFirst)
            {
                await output.WriteLineAsync($"{_known.Count} Pins are known.");
            }

            _isFirst = false;
        }

        [LoggerMessage(1, LogLevel.Warning, "A round failed: {Problem}")]
        private static partial void RoundFailed(ILogger logger, string problem);
    }
}
