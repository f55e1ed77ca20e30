using Pinterest.OpenApi.Sandbox;

// A Pinterest of this machine, which the services get by their environment. Without it they call Pinterest.
await using var sandbox = await PinterestSandbox.StartAsync(new SandboxOptions { Content = new SandboxContent() });

var builder = DistributedApplication.CreateBuilder(args);
builder
    .AddProject<Projects.Pinterest_OpenApi_Samples>("pins-api")
    .WithArgs("web-api", "http://127.0.0.1:5090")
    .WithEnvironment("PINTEREST_BASE_ADDRESS", sandbox.BaseAddress.ToString())
    .WithEnvironment("PINTEREST_ACCESS_TOKEN", sandbox.AccessToken);
await builder.Build().RunAsync();
