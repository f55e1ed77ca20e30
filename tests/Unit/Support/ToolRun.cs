using Pinterest.OpenApi.Tool;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>Runs the tool in this process.</summary>
internal static class ToolRun
{
    public static async Task<(int Code, string Output, string Errors)> Of(params string[] arguments)
    {
        var (output, errors) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await ToolApplication.RunAsync(arguments, output, errors);

        // No input may find a fault of the tool, whatever a test expects of it.
        Assert.True(code != ExitCodes.Fault, errors.ToString());
        return (code, output.ToString(), errors.ToString());
    }
}
