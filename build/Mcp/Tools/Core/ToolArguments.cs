using System.Globalization;
using System.Text.Json;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>The arguments of one call, checked against the parameters of the tool.</summary>
internal sealed class ToolArguments
{
    private readonly Dictionary<string, JsonElement> _values;

    private ToolArguments(Dictionary<string, JsonElement> values, string canonical)
    {
        _values = values;
        Canonical = canonical;
    }

    /// <summary>Gets the arguments as one text: members sorted, nulls left out, bytes as their hash.</summary>
    public string Canonical { get; }

    /// <summary>Reads and checks arguments.</summary>
    /// <exception cref="ToolArgumentException">They cannot be used; all that is wrong is named.</exception>
    public static ToolArguments Read(
        IReadOnlyList<ToolParameter> parameters,
        IEnumerable<KeyValuePair<string, JsonElement>>? arguments
    )
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments ?? [])
        {
            if (value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                values[name] = value;
            }
        }

        ArgumentCheck.ThrowIfWrong(parameters, values);
        return new ToolArguments(values, CanonicalArguments.Of(parameters, values));
    }

    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>Gets a text, an id or a choice; null when it was not given.</summary>
    public string? Text(string name)
    {
        if (!_values.TryGetValue(name, out var value))
        {
            return null;
        }

        return value.ValueKind is JsonValueKind.String ? value.GetString() : value.GetRawText();
    }

    public string Required(string name) =>
        Text(name) ?? throw new ToolArgumentException($"'{name}' is missing. Give it.");

    public int Whole(string name, int otherwise) =>
        _values.TryGetValue(name, out var value) ? value.GetInt32() : otherwise;

    public bool Flag(string name) => _values.TryGetValue(name, out var value) && value.GetBoolean();

    public bool? FlagOrNull(string name) => _values.TryGetValue(name, out var value) ? value.GetBoolean() : null;

    public DateOnly? Day(string name) =>
        Text(name) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public Uri? Address(string name) => Text(name) is { } text ? new Uri(text, UriKind.Absolute) : null;

    public byte[]? Bytes(string name) => _values.TryGetValue(name, out var value) ? value.GetBytesFromBase64() : null;

    public JsonElement? Json(string name) => _values.TryGetValue(name, out var value) ? value : null;

    public IReadOnlyList<string> List(string name) =>
        _values.TryGetValue(name, out var value) ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [];
}
