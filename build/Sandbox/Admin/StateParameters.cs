using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>The parameters of a provider state.</summary>
internal sealed class StateParameters(JObject values)
{
    public static StateParameters None { get; } = new([]);

    /// <summary>Gives a parameter as a text; null when there is none.</summary>
    public string? Text(string name) =>
        // A pact holds a parameter that looks like a number as a number.
        values[name] is JValue { Value: not null } value
            ? Convert.ToString(value.Value, CultureInfo.InvariantCulture)
            : null;

    /// <summary>Gives a parameter that the state cannot do without.</summary>
    /// <exception cref="SandboxError">400: it is missing.</exception>
    public string Required(string name) =>
        Text(name) ?? throw SandboxError.Invalid($"The state needs the parameter '{name}'.");

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
                    : throw SandboxError.Invalid($"The parameter '{name}' must be digits.");
            }
        }

        return null;
    }

    /// <summary>Gives the parameter count.</summary>
    /// <exception cref="SandboxError">400: it is missing, not a number, or too large.</exception>
    public int Count() =>
        int.TryParse(Text("count"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 10_000
            ? count
            : throw SandboxError.Invalid("The state needs the parameter 'count', up to 10000.");
}
