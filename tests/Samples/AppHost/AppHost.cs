using Microsoft.Extensions.Configuration;
using Pinterest.OpenApi.Sandbox;

// A Pinterest of this machine, which the services get by their environment. Without it they call Pinterest.
await using var sandbox = await PinterestSandbox.StartAsync(new SandboxOptions { Content = new SandboxContent() });

var builder = DistributedApplication.CreateBuilder(args);
builder
    .AddProject<Projects.Pinterest_OpenApi_Samples>("pins-api")
    .WithArgs("web-api", "http://127.0.0.1:5090")
    .WithEnvironment("PINTEREST_BASE_ADDRESS", sandbox.BaseAddress.ToString())
    .WithEnvironment("PINTEREST_ACCESS_TOKEN", sandbox.AccessToken);

// Two workers share the boards by leases on Redis: the server that ConnectionStrings__redis names, or a container that
// keeps what it holds on a volume.
if (args.Contains("--workers"))
{
    IResourceBuilder<IResourceWithConnectionString> redis = builder.Configuration.GetConnectionString("redis") is null
        ? builder.AddRedis("redis").WithDataVolume().WithArgs("--appendonly", "yes", "--appendfsync", "always")
        : builder.AddConnectionString("redis");
    builder
        .AddProject<Projects.Pinterest_OpenApi_Samples_Workers>("board-workers")
        .WithReplicas(2)
        .WithReference(redis)
        .WaitFor(redis)
        .WithEnvironment("PINTEREST_BASE_ADDRESS", sandbox.BaseAddress.ToString())
        .WithEnvironment("PINTEREST_ACCESS_TOKEN", sandbox.AccessToken);
}

await builder.Build().RunAsync();
