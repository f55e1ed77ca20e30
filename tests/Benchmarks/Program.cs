using Pinterest.OpenApi.Benchmarks;
using Pinterest.OpenApi.Benchmarks.Diffs;
using Pinterest.OpenApi.Benchmarks.Redis;
using Pinterest.OpenApi.Benchmarks.Tokens;
using Pinterest.OpenApi.Benchmarks.Truth;

return args switch
{
    [] or ["read"] => ReadBenchmark.Run(),
    ["read", "--short"] => ReadBenchmark.Run(rounds: 100),
    ["first", "--short"] => FirstCallBenchmark.Run(processes: 5),
    ["first", var reader] => FirstCallBenchmark.RunOne(reader),
    ["first"] => FirstCallBenchmark.Run(),
    ["calls"] => CallBenchmark.Run(),
    ["calls", "--short"] => CallBenchmark.Run(isShort: true),
    ["runtime"] => await RuntimeBenchmark.RunAsync(withPacing: false),
    ["runtime", "--pacing"] => await RuntimeBenchmark.RunAsync(withPacing: true),
    ["bodies"] => BodiesBenchmark.Run(),
    ["bodies", var number] => await BodiesBenchmark.RunOneAsync(
        int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)
    ),
    ["build"] => BuildBenchmark.Run(),
    ["diff"] => DiffBenchmark.Run(),
    ["diff", "--short"] => DiffBenchmark.Run(isShort: true),
    ["truth"] => TruthBenchmark.Run(withPeer: false),
    ["truth", "--peer"] => TruthBenchmark.Run(withPeer: true),
    ["truth", "--peer", "--short"] => TruthBenchmark.Run(withPeer: true, isShort: true),
    ["contracts"] => ContractBenchmark.Run(),
    ["mcp"] => await McpBenchmark.RunAsync(rounds: 400),
    ["mcp", "--short"] => await McpBenchmark.RunAsync(rounds: 100),
    ["sandbox"] => await SandboxBenchmark.RunAsync(soakSeconds: 60),
    ["sandbox", "--short"] => await SandboxBenchmark.RunAsync(soakSeconds: 10),
    ["tokens", .. var rest] when TokenRunOptions.Parse(rest) is { } options => await TokensBenchmark.RunAsync(options),
    [TokensBenchmark.WorkerCommand, var address, var folder, var worker] => await TokenWorker.RunAsync(
        new Uri(address),
        folder,
        worker,
        TokenRun.Accounts
    ),
    ["redis", .. var rest] => await RedisBenchmark.RunAsync(rest),
    [RedisBenchmark.WorkerCommand, .. var rest] => await RedisBenchmark.RunWorkerAsync(rest),
    ["all"] => await Comparisons.RunAllAsync(Checkout.Root),
    ["sandbox-start"] => await SandboxBenchmark.StartOnceAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "usage: dotnet run -c Release --project tests/Benchmarks -- [all | {read | first | calls} [--short] | "
            + "runtime [--pacing] | bodies | build | diff [--short] | truth [--peer [--short]] | contracts | "
            + "{mcp | sandbox} [--short] | "
            + "tokens [--seconds 60] [--processes 2] [--seed 1] | redis [--help]]"
    );
    return 2;
}
