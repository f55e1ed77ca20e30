namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>
/// Reads <c>application/x-www-form-urlencoded</c> text, which is also how a query is written.
/// Example: <c>name=My+board&amp;tag=a%2Fb</c> gives name = "My board" and tag = "a/b".
/// </summary>
internal static class FormText
{
    /// <summary>
    /// Lists the fields in their order. A name may occur more than once. A leading <c>?</c> is a part of the first
    /// name: only an address has a mark before its query.
    /// </summary>
    public static IEnumerable<(string Name, string Value)> Fields(string text) =>
        text.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('=', 2))
            .Select(parts => (Decode(parts[0]), parts.Length > 1 ? Decode(parts[1]) : ""));

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
