using System.CommandLine;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    private const string Never = "never";
    private const string BreaksContracts = "breaks-contracts";

    public static Option<DirectoryInfo?> Repository() =>
        new("--repository")
        {
            Description = "A folder of the checkout to work on. Default: the current folder.",
            HelpName = "FOLDER",
        };

    public static Option<string> FailOn()
    {
        var option = new Option<string>("--fail-on")
        {
            Description =
                "What gives exit code 1: breaking or potentially-breaking findings, breaks-contracts for recorded interactions that break, never.",
            DefaultValueFactory = _ => Severity.Breaking.Word(),
            HelpName = "SEVERITY",
        };
        OneOf(option, Severity.Breaking.Word(), Severity.PotentiallyBreaking.Word(), BreaksContracts, Never);
        return option;
    }

    /// <summary>Tells whether a comparison found what <see cref="FailOn"/> names.</summary>
    public static bool Fails(DiffResult result, string failOn) =>
        failOn switch
        {
            Never => false,
            BreaksContracts => result.Contracts is { Broken.Count: > 0 },
            _ => result.Has(DiffReports.Parse(failOn)),
        };

    /// <summary>Tells whether <see cref="FailOn"/> asks for contracts.</summary>
    public static bool AsksForContracts(string failOn) => failOn == BreaksContracts;

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

    /// <summary>Refuses other values in one line that names the option.</summary>
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

    /// <summary>An argument that may be left out; a mistyped option is not taken for it.</summary>
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
