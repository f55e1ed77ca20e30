using System.CommandLine;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>Where the report of a command goes: onto the screen, or into a file.</summary>
/// <param name="output">The screen.</param>
/// <param name="errors">Is told which files were written.</param>
internal sealed class ReportTarget(TextWriter output, TextWriter errors)
{
    private readonly Option<FileInfo?> _file = new("--output", "-o")
    {
        Description = "Write the report into a file instead of printing it.",
        HelpName = "FILE",
    };
    private readonly Option<string> _color = Color();

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_color);
    }

    /// <summary>Gets the file that was named, or null.</summary>
    public FileInfo? File(ParseResult parsed) => parsed.GetValue(_file);

    /// <summary>Gives the style of text that goes onto the screen; text in a file is plain.</summary>
    public ConsoleStyle Style(ParseResult parsed) =>
        File(parsed) is null ? Terminal.Of(output).Style(parsed.GetValue(_color)!) : ConsoleStyle.Plain;

    /// <summary>Writes a report into the file that was named, otherwise onto the screen.</summary>
    public Task WriteAsync(ParseResult parsed, string report, CancellationToken cancellationToken) =>
        File(parsed) is { } file ? WriteAsync(file, report, cancellationToken) : output.ReportAsync(report);

    /// <summary>Writes a report into a file, and says so.</summary>
    public async Task WriteAsync(FileInfo file, string report, CancellationToken cancellationToken)
    {
        await WholeFile.WriteAsync(file.FullName, report + "\n", cancellationToken);
        await WroteAsync(file.FullName);
    }

    /// <summary>Says which file was written. It goes to the standard error, so that it is in no report.</summary>
    public Task WroteAsync(string file)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), file);
        var isBelow = !relative.StartsWith("..", StringComparison.Ordinal);
        return errors.LineAsync($"Wrote {(isBelow ? relative : Path.GetFullPath(file))}.");
    }

    private static Option<string> Color()
    {
        var option = new Option<string>("--color")
        {
            Description = "Whether text has colours: auto (on a terminal, unless NO_COLOR is set), always, never.",
            DefaultValueFactory = _ => Terminal.Auto,
            HelpName = "WHEN",
        };
        CommonOptions.OneOf(option, Terminal.Auto, Terminal.Always, Terminal.Never);
        return option;
    }
}
