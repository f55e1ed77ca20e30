namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>The JSON schema of a file of grants, for editors.</summary>
public static class GrantSchema
{
    private const string Resource = "grants.schema.json";

    /// <summary>Gives the text of the schema.</summary>
    public static string Read()
    {
        using var stream = typeof(GrantSchema).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
