using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>The parameters of a provider state.</summary>
internal sealed class StateParameters(JObject values)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public static StateParameters None => new([]);

    /// <summary>Gives a parameter as a text; null when there is none.</summary>
    public string? Text(string name)
    {
        _asked.Add(name);

        // A pact holds a parameter that looks like a number as a number.
        return values[name] is JValue { Value: not null } value
            ? Convert.ToString(value.Value, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Refuses a parameter that the state knows by another spelling, since it would be lost without a word.</summary>
    /// <exception cref="SandboxError">400: there is one.</exception>
    public void ThrowIfMisspelled()
    {
        foreach (var name in values.Properties().Select(value => value.Name).Where(name => !_asked.Contains(name)))
        {
            if (_asked.FirstOrDefault(asked => MemberNames.AreAlike(asked, name)) is { } right)
            {
                throw SandboxError.Invalid($"The parameter '{name}' is unknown. Write '{right}'.");
            }
        }
    }

    /// <summary>Gives a parameter that the state cannot do without.</summary>
    /// <exception cref="SandboxError">400: it is missing.</exception>
    public string Required(string name) =>
        Text(name) ?? throw SandboxError.Invalid($"The state requires the parameter '{name}'.");

    /// <summary>Gives the first of some parameters that is there, as an id; null when none is.</summary>
    /// <exception cref="SandboxError">400: it is not digits.</exception>
    public string? Id(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Text(name) is { } id)
            {
                return id.All(char.IsAsciiDigit)
                    ? id
                    : throw SandboxError.Invalid($"The parameter '{name}' must consist of digits.");
            }
        }

        return null;
    }

    /// <summary>Gives the parameter count.</summary>
    /// <exception cref="SandboxError">400: it is missing, not a number, or too large.</exception>
    public int Count() =>
        int.TryParse(Text("count"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 10_000
            ? count
            : throw SandboxError.Invalid("The state requires the parameter 'count', at most 10000.");
}
