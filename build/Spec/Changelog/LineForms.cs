namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>The forms of line that are known. No line has two of them.</summary>
internal static class LineForms
{
    /// <summary>Gets all forms.</summary>
    public static IReadOnlyList<LineForm> All { get; } =
    [.. RequestForms.All, .. ResponseForms.All, .. ParameterForms.All, .. EndpointForms.All];

    /// <summary>Reads a line without its dash and its flag; null when no form is that of the line.</summary>
    public static ChangelogLine? Read(string text)
    {
        foreach (var form in All)
        {
            if (form.Read(text) is { } line)
            {
                return line;
            }
        }

        return null;
    }
}
