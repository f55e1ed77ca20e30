using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pinterest.OpenApi;
using Pinterest.OpenApi.Redis;
using Samples.Workers;

// Run it as often as there are machines. All of them read the same configuration.
var builder = Host.CreateApplicationBuilder(args);
var configuration = builder.Configuration;
var settings = configuration.Get<WorkerSettings>() ?? new WorkerSettings();
if (
    configuration.GetConnectionString("redis") is not { } address
    || configuration["PINTEREST_ACCESS_TOKEN"] is not { Length: > 0 } token
)
{
    await Console.Error.WriteLineAsync(
        "Set the environment variables ConnectionStrings__redis and PINTEREST_ACCESS_TOKEN."
    );
    return 2;
}

builder
    .Services.AddPinterestClient(_ => new PinterestClientOptions
    {
        BaseAddress = configuration["PINTEREST_BASE_ADDRESS"] is { Length: > 0 } where
            ? new Uri(where)
            : PinterestClientOptions.Production,
        AccessToken = token,
    })
    .AddRedis(address, _ => new PinterestRedisOptions { LockLease = settings.Lease });
builder.Services.AddSingleton(settings);
builder.Services.AddHostedService<BoardWatcher>();
await builder.Build().RunAsync();
return 0;
