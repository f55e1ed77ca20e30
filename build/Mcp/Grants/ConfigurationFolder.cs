namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>Where grants, tokens and the log lie when nobody says otherwise.</summary>
public static class ConfigurationFolder
{
    /// <summary>
    /// Gets the folder: <c>pinterest-openapi</c> in the user's configuration folder, which is <c>~/.config</c> on Linux,
    /// <c>~/Library/Application Support</c> on macOS and <c>%APPDATA%</c> on Windows.
    /// </summary>
    public static string Default =>
        Path.Combine(
            Environment.GetFolderPath(
                Environment.SpecialFolder.ApplicationData,
                Environment.SpecialFolderOption.DoNotVerify
            ),
            "pinterest-openapi"
        );

    /// <summary>Gets the file of the grants.</summary>
    public static string Grants => Path.Combine(Default, "grants.json");

    /// <summary>Gets the folder of the tokens, for <c>pinterest-openapi login --store</c>.</summary>
    public static string Tokens => Path.Combine(Default, "tokens");
}
