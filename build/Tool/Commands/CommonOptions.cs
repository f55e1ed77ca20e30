using System.CommandLine;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<DirectoryInfo?> Repository() =>
        new("--repository")
        {
            Description = "A folder of the checkout to work on. Default: the current folder.",
            HelpName = "FOLDER",
        };

    public static Option<string> FailOnOption()
    {
        var option = new Option<string>("--fail-on")
        {
            Description =
                "What gives exit code 1: breaking or potentially-breaking findings, "
                + "breaks-contracts for recorded interactions that break, never.",
            DefaultValueFactory = _ => FailOn.Default,
            HelpName = "SEVERITY",
        };
        OneOf(option, [.. FailOn.Words]);
        return option;
    }

    /// <summary>An option for the file that gets the report instead of the screen.</summary>
    public static Option<FileInfo?> OutputFile() =>
        new("--output") { Description = "Write the report into a file instead of printing it.", HelpName = "FILE" };

    /// <summary>Writes a report into a file when one is named, otherwise to the screen.</summary>
    public static Task WriteAsync(
        string text,
        FileInfo? file,
        TextWriter output,
        CancellationToken cancellationToken
    ) => file is null ? output.ReportAsync(text) : WholeFile.WriteAsync(file.FullName, text + "\n", cancellationToken);

    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format")
        {
            Description = $"How to print: {string.Join(", ", formats)}.",
            DefaultValueFactory = _ => formats[0],
            HelpName = "FORMAT",
        };
        OneOf(option, formats);
        return option;
    }

    /// <summary>Rejects other values in one line that names the option.</summary>
    public static void OneOf<T>(Option<T> option, params string[] values)
        where T : class?
    {
        option.CompletionSources.Add(values);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !values.Contains(token.Value, StringComparer.Ordinal))
            {
                result.AddError($"{option.Name}: '{token.Value}' is none of {string.Join(", ", values)}.");
            }
        });
    }

    /// <summary>
    /// An optional argument. A mistyped option such as --formt is rejected, not taken for the argument.
    /// </summary>
    public static Argument<string?> OptionalArgument(string name, string description)
    {
        var argument = new Argument<string?>(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && token.Value.StartsWith("--", StringComparison.Ordinal))
            {
                result.AddError($"There is no option '{token.Value}'.");
            }
        });
        return argument;
    }

    public static RepositoryLayout Layout(DirectoryInfo? folder) =>
        RepositoryLayout.Find(folder?.FullName ?? Directory.GetCurrentDirectory());
}
