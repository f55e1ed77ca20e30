using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.DependencyInjection;

/// <summary>What the factory of HTTP clients logs of a registered client has no token, at any level.</summary>
public sealed class LoggedHeadersTests
{
    private const string Token = "pina_SECRET";

    // Microsoft.Extensions.Http 8 logs headers as they are at the level Trace. A default of all clients stands for it here.
    [Fact]
    public async Task The_headers_of_a_call_are_logged_without_their_values()
    {
        var lines = new ConcurrentQueue<string>();
        var services = new ServiceCollection();
        services.AddLogging(logs => logs.SetMinimumLevel(LogLevel.Trace).AddProvider(new Lines(lines)));
        services.ConfigureHttpClientDefaults(http => http.RedactLoggedHeaders(_ => false));
        services
            .AddPinterestClient(options => options.AccessToken = Token)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new FakePinterest().Replies("""{"id": "7", "name": "Kitchens"}""")
            );
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IPinterestClient>().Boards.GetAsync("7");

        Assert.Contains(lines, line => line.Contains("Authorization", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(Token, StringComparison.Ordinal));
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue(formatter(state, exception));

        public void Dispose() { }
    }
}
