using System.CommandLine;
using System.CommandLine.Parsing;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reports;

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
            if (
                result is { Tokens: [var token], Parent: CommandResult command }
                && token.Value.StartsWith("--", StringComparison.Ordinal)
            )
            {
                result.AddError(ParseMessages.OfOption(token.Value, command));
            }
        });
        return argument;
    }

    /// <summary>Finds the checkout, for a command that works on its files.</summary>
    public static RepositoryLayout Layout(DirectoryInfo? folder) =>
        RepositoryLayout.Find(folder?.FullName ?? Directory.GetCurrentDirectory());

    /// <summary>Finds the stored releases: those of the checkout, or outside of one those that ship with the tool.</summary>
    public static RepositoryLayout Releases(DirectoryInfo? folder) =>
        ShippedReleases.LayoutFor(folder?.FullName ?? Directory.GetCurrentDirectory());
}
