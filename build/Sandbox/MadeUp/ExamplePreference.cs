namespace Pinterest.OpenApi.Sandbox.MadeUp;

/// <summary>
/// The wish of a request for an example of the description, in the header of RFC 7240: <c>Prefer: example</c>, or
/// <c>Prefer: example=NAME</c>.
/// </summary>
/// <param name="Name">The name of the example; null for the first one.</param>
internal sealed record ExamplePreference(string? Name)
{
    /// <summary>The header of the request.</summary>
    public const string Header = "Prefer";

    /// <summary>The header of a response that is an example.</summary>
    public const string AppliedHeader = "Preference-Applied";

    private const string Word = "example";

    /// <summary>Reads the header; null when it wishes for no example.</summary>
    public static ExamplePreference? Read(string header)
    {
        foreach (var part in header.Split(',', StringSplitOptions.TrimEntries))
        {
            var pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            if (string.Equals(pair[0], Word, StringComparison.OrdinalIgnoreCase))
            {
                var name = pair.Length == 2 ? pair[1].Trim('"') : "";
                return new ExamplePreference(name.Length > 0 ? name : null);
            }
        }

        return null;
    }
}
