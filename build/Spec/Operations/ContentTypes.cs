namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>Questions to content types, and to the ranges of them that a description may list: <c>image/*</c>.</summary>
internal static class ContentTypes
{
    private const string Json = "application/json";

    /// <summary>Tells whether content of a type, or of some type of a range, is JSON.</summary>
    public static bool IsJson(string type) =>
        Essence(type) is "*/*" or "application/*" or Json
        || Essence(type).EndsWith("+json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gives the type that is sent for a listed one. Examples: image/* is sent as image/png, */* as JSON.</summary>
    public static string Sent(string type) =>
        Essence(type) switch
        {
            "*/*" or "application/*" => Json,
            "image/*" => "image/png",
            "text/*" => "text/plain",
            var range when range.EndsWith("/*", StringComparison.Ordinal) => "application/octet-stream",
            _ => type,
        };

    /// <summary>Gives the listed type that is sent: JSON where it is listed, and the first otherwise.</summary>
    /// <returns>Null when none is listed.</returns>
    public static string? Preferred(IEnumerable<string> types)
    {
        string? first = null;
        foreach (var type in types)
        {
            first ??= type;
            if (IsJson(type))
            {
                return type;
            }
        }

        return first;
    }

    private static string Essence(string type) => type.Split(';')[0].Trim();
}
