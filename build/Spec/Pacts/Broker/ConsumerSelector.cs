using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Pacts.Broker;

/// <summary>Reads which versions of the consumers count.</summary>
internal static class ConsumerSelector
{
    private static readonly Dictionary<string, string> Flags = new(StringComparer.Ordinal)
    {
        ["main-branch"] = "mainBranch",
        ["matching-branch"] = "matchingBranch",
        ["deployed"] = "deployed",
        ["released"] = "released",
        ["deployed-or-released"] = "deployedOrReleased",
        ["latest"] = "latest",
    };

    private static readonly string[] Named = ["branch", "environment", "tag", "consumer"];

    /// <summary>Gets the selectors that hold where none is given.</summary>
    public static IReadOnlyList<string> Default { get; } = ["main-branch", "deployed-or-released"];

    /// <summary>Gets how a selector may be written.</summary>
    public static string Help { get; } =
        string.Join(", ", Flags.Keys.Concat(Named.Select(name => $"{name}=NAME"))) + ", or the JSON of a selector";

    /// <summary>Reads a selector.</summary>
    /// <exception cref="SpecException">The text is no selector.</exception>
    public static JObject Read(string text)
    {
        if (Flags.TryGetValue(text, out var flag))
        {
            return new JObject { [flag] = true };
        }

        if (text.StartsWith('{'))
        {
            try
            {
                return (JObject)StrictJson.Parse(text);
            }
            catch (JsonException error)
            {
                throw Unknown(text, error);
            }
        }

        return text.Split('=', 2) is [var name, { Length: > 0 } value] && Named.Contains(name, StringComparer.Ordinal)
            ? ByName(name, value)
            : throw Unknown(text, null);
    }

    // A tag names many versions, of which the latest counts. A consumer stands for its main branch.
    private static JObject ByName(string name, string value) =>
        name switch
        {
            "tag" => new JObject { ["tag"] = value, ["latest"] = true },
            "consumer" => new JObject { ["consumer"] = value, ["mainBranch"] = true },
            _ => new JObject { [name] = value },
        };

    private static SpecException Unknown(string text, Exception? error) =>
        new("--consumer-version-selector", $"'{text}' is no selector.", $"Use one of {Help}.", error);
}
