using System.CommandLine;
using Pinterest.OpenApi.Spec;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<DirectoryInfo?> Repository() => new("--repository")
    {
        Description = "A folder of the checkout to work on. Default: the current folder.",
        HelpName = "FOLDER",
    };

    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format") { Description = $"How to print: {string.Join(", ", formats)}.", DefaultValueFactory = _ => formats[0], HelpName = "FORMAT" };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    /// <summary>An argument that may be left out; a mistyped option is not taken for it.</summary>
    public static Argument<string?> OptionalArgument(string name, string description)
    {
        var argument = new Argument<string?>(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && token.Value.StartsWith("--", StringComparison.Ordinal)) result.AddError($"There is no option '{token.Value}'.");
        });
        return argument;
    }

    public static RepositoryLayout Layout(DirectoryInfo? folder) => RepositoryLayout.Find(folder?.FullName ?? Directory.GetCurrentDirectory());
}
