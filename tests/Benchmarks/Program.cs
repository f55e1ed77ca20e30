using Pinterest.OpenApi.Benchmarks;

return args switch
{
    [] or ["read"] => ReadBenchmark.Run(),
    ["first", var reader] => FirstCallBenchmark.RunOne(reader),
    ["first"] => FirstCallBenchmark.Run(),
    ["calls"] => await CallBenchmark.RunAsync(),
    ["build"] => BuildBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/Benchmarks -- [read | first | calls | build]");
    return 2;
}
