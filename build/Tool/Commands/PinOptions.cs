using System.CommandLine;
using System.Globalization;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Pinning;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>What can be said to pin.</summary>
internal sealed class PinOptions
{
    private readonly Argument<string?> _source = CommonOptions.OptionalArgument(
        "SOURCE",
        "A JSON or YAML file, or an https address. May be left out with --accept-names."
    );
    private readonly Option<string?> _address = new("--address")
    {
        Description = "The address that pin.json names as the source of a local file.",
        HelpName = "ADDRESS",
    };
    private readonly Option<string?> _sha256 = Sha256();
    private readonly Option<string?> _commit = new("--commit")
    {
        Description = "The commit of the source repository.",
        HelpName = "COMMIT",
    };
    private readonly Option<string?> _date = Date("--date", "The day of that commit");
    private readonly Option<string?> _announced = Date("--announced", "The day of Pinterest's announcement");
    private readonly Option<string?> _reconstruction = new("--reconstruction")
    {
        Description =
            "The overlay that turns a copy back into Pinterest's description. Left out, openapi/reconstruction.json is "
            + "taken when it is for the release of the copy.",
        HelpName = "FILE",
    };
    private readonly Option<bool> _original = new("--original")
    {
        Description = "Pinterest published these bytes, although they look like a copy.",
    };
    private readonly Option<bool> _allowOlder = new("--allow-older")
    {
        Description = "Pin a release that is older than the pinned one.",
    };
    private readonly Option<bool> _replace = new("--replace")
    {
        Description = "Take other bytes of a release that is stored already.",
    };
    private readonly Option<bool> _releaseOnly = new("--release-only")
    {
        Description = "Store the release under openapi/releases without pinning it.",
    };
    private readonly Option<DirectoryInfo?> _repository = CommonOptions.Repository();

    public Option<bool> AcceptNames { get; } =
        new("--accept-names")
        {
            Description = "Accept that public names of the client change or vanish, and write openapi/names.lock.json.",
        };

    public void AddTo(Command command)
    {
        command.Add(_source);
        command.Add(_address);
        command.Add(_sha256);
        command.Add(_commit);
        command.Add(_date);
        command.Add(_announced);
        command.Add(_reconstruction);
        command.Add(_original);
        command.Add(_allowOlder);
        command.Add(_replace);
        command.Add(AcceptNames);
        command.Add(_releaseOnly);
        command.Add(_repository);
    }

    public RepositoryLayout Layout(ParseResult parsed) => CommonOptions.Layout(parsed.GetValue(_repository));

    /// <summary>Reads what to pin, or gives null when no source is named.</summary>
    public PinRequest? Request(ParseResult parsed) =>
        parsed.GetValue(_source) is { } source
            ? new PinRequest(source)
            {
                Address = parsed.GetValue(_address),
                Sha256 = parsed.GetValue(_sha256),
                Commit = parsed.GetValue(_commit),
                Committed = parsed.GetValue(_date),
                Announced = parsed.GetValue(_announced),
                Reconstruction = parsed.GetValue(_reconstruction),
                IsOriginal = parsed.GetValue(_original),
                AllowOlder = parsed.GetValue(_allowOlder),
                Replace = parsed.GetValue(_replace),
                AcceptNames = parsed.GetValue(AcceptNames),
                ReleaseOnly = parsed.GetValue(_releaseOnly),
            }
            : null;

    private static Option<string?> Sha256()
    {
        var option = new Option<string?>("--sha256")
        {
            Description = "The SHA-256 of the bytes that were checked. Other bytes are rejected.",
            HelpName = "HASH",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(token.Value.Length == 64 && token.Value.All(char.IsAsciiHexDigit)))
            {
                result.AddError($"'{token.Value}' is no SHA-256. Write --sha256 as 64 hexadecimal digits.");
            }
        });
        return option;
    }

    private static Option<string?> Date(string name, string what)
    {
        var option = new Option<string?>(name) { Description = $"{what}, as yyyy-MM-dd.", HelpName = "DAY" };
        option.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && !DateOnly.TryParseExact(
                    token.Value,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out _
                )
            )
            {
                result.AddError($"'{token.Value}' is not a day. Write {name} as yyyy-MM-dd.");
            }
        });
        return option;
    }
}
