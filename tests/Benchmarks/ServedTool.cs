using System.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>The sandbox as a process of its own, started by the tool as it was built for release.</summary>
internal sealed class ServedTool : IDisposable
{
    private readonly Process _process;

    private ServedTool(Process process, JObject ready)
    {
        _process = process;
        Address = (string)ready["baseAddress"]!;
        Token = (string)ready["accessToken"]!;
        Http = SandboxBenchmark.Client(Token);
    }

    public string Address { get; }

    public string Token { get; }

    public HttpClient Http { get; }

    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024.0 / 1024;
        }
    }

    public static async Task<ServedTool> StartAsync(params string[] arguments)
    {
        var tool = Path.Combine(Checkout.Root, "build", "Tool", "bin", "Release", "net10.0", "pinterest-openapi.dll");
        var process = Process.Start(
            new ProcessStartInfo("dotnet", [tool, "sandbox", "--format", "json", .. arguments])
            {
                RedirectStandardOutput = true,
            }
        )!;
        return new ServedTool(process, JObject.Parse((await process.StandardOutput.ReadLineAsync())!));
    }

    public async Task SeedAsync(object content)
    {
        using var reply = await Http.PostAsync(
            new Uri(new Uri(Address), "/_sandbox/seed"),
            SandboxBenchmark.Json(JsonConvert.SerializeObject(content))
        );
        if (!reply.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"The seed was refused: {await reply.Content.ReadAsStringAsync()}");
        }
    }

    public void Dispose()
    {
        Http.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
