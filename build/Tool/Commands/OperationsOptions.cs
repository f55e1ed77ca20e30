using System.CommandLine;
using System.CommandLine.Parsing;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>What can be said to operations.</summary>
internal sealed class OperationsOptions
{
    private static readonly string[] Methods = ["GET", "POST", "PATCH", "DELETE", "PUT"];

    private readonly Argument<string?> _text = CommonOptions.OptionalArgument(
        "TEXT",
        "A text that operationId, path or group contain."
    );
    private readonly Option<string?> _method = new("--method")
    {
        Description = "The HTTP method.",
        HelpName = "METHOD",
    };
    private readonly Option<string?> _access = new("--access") { Description = "Whether it changes anything." };
    private readonly Option<string?> _scope = new("--scope")
    {
        Description = "A scope that the operation requires, for example pins:read.",
        HelpName = "SCOPE",
    };
    private readonly Option<string?> _group = new("--group")
    {
        Description = "The group, for example pins.",
        HelpName = "GROUP",
    };
    private readonly Option<bool?> _sandbox = new("--sandbox")
    {
        Description = "Whether Pinterest's sandbox serves it; --sandbox false for those it does not.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<bool?> _paged = new("--paged")
    {
        Description = "Whether it is paged; --paged false for those that are not.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<Version?> _since = new("--since")
    {
        Description =
            "Only operations that this release or a later one added, for example 5.22.0. The list has a column 'since' then.",
        HelpName = "VERSION",
        CustomParser = ReadVersion,
    };

    public Option<string?> Description { get; } =
        new("--description")
        {
            Description = "Another description: a file, an https address or a stored version. Default: the pinned one.",
            HelpName = "DESCRIPTION",
        };

    public Option<string> Format { get; } = CommonOptions.Format("text", "markdown", "json", "html");

    public Option<DirectoryInfo?> Repository { get; } = CommonOptions.Repository();

    public void AddTo(Command command)
    {
        CommonOptions.OneOf(_method, [.. Methods, .. Methods.Select(method => method.ToLowerInvariant())]);
        CommonOptions.OneOf(_access, "read", "write");
        command.Add(_text);
        command.Add(_method);
        command.Add(_access);
        command.Add(_scope);
        command.Add(_group);
        command.Add(_sandbox);
        command.Add(_paged);
        command.Add(_since);
        command.Add(Description);
        command.Add(Format);
        command.Add(Repository);
    }

    public OperationFilter Filter(ParseResult parsed) =>
        new()
        {
            Text = parsed.GetValue(_text),
            Method = parsed.GetValue(_method),
            Access = parsed.GetValue(_access),
            Scope = parsed.GetValue(_scope),
            Group = parsed.GetValue(_group),
            Sandbox = Flag(parsed, _sandbox),
            Paged = Flag(parsed, _paged),
            Since = parsed.GetValue(_since),
        };

    private static Version? ReadVersion(ArgumentResult result)
    {
        if (Version.TryParse(result.Tokens[0].Value, out var version))
        {
            return version;
        }

        result.AddError($"--since: '{result.Tokens[0].Value}' is no version. Write a release such as 5.22.0.");
        return null;
    }

    // Example: no --paged is null, --paged alone is true, --paged false is false.
    private static bool? Flag(ParseResult parsed, Option<bool?> option) =>
        parsed.GetResult(option) is null ? null : parsed.GetValue(option) ?? true;
}
