using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>What a conversion event says of its user. A value of it is never repeated in a reply.</summary>
internal sealed class ConversionUser
{
    private const int HashLength = 64;

    // What Pinterest takes hashed only. An external id may be sent as it is.
    private static readonly string[] Hashed =
    [
        "em",
        "hashed_maids",
        "ph",
        "fn",
        "ln",
        "ge",
        "db",
        "ct",
        "st",
        "zp",
        "country",
    ];

    private readonly JObject _data;

    public ConversionUser(JObject data)
    {
        _data = data;
        Unhashed = [.. Hashed.Where(name => Values(name).Any(value => !IsHash(value)))];
    }

    /// <summary>Gets the names of the members with a value that is not hashed.</summary>
    public IReadOnlyList<string> Unhashed { get; }

    /// <summary>Gets whether Pinterest can find the user: by one of the three things that it needs.</summary>
    public bool IsKnown =>
        Values("em").Any(IsHash)
        || Values("hashed_maids").Any(IsHash)
        || (Has("client_ip_address") && Has("client_user_agent"));

    private IEnumerable<string> Values(string name) =>
        (_data[name] as JArray ?? []).Select(item => (string?)(item as JValue)).OfType<string>();

    private bool Has(string name) => (string?)(_data[name] as JValue) is { Length: > 0 };

    private static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigit);
}
