using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.SignIn;
using Pinterest.OpenApi.Mcp.Storage;
using Pinterest.OpenApi.Mcp.Storage.Postgres;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>What a server was started with.</summary>
internal sealed record ServerSettings
{
    /// <summary>Gets the agent of a server over stdio; over HTTP the key says who calls.</summary>
    public string Agent { get; init; } = "";

    /// <summary>Gets the file of the grants.</summary>
    public string GrantsFile { get; init; } = ConfigurationFolder.Grants;

    /// <summary>Gets the file of the log and of the approvals.</summary>
    public string StoreFile { get; init; } = DefaultStore;

    /// <summary>Gets the database of the log and of the approvals, or null for the file. Keys lie beside the file.</summary>
    public PostgresAddress? Postgres { get; init; }

    /// <summary>Gets whether the grants lie in the database, too; otherwise in the file.</summary>
    public bool SharesGrants { get; init; }

    /// <summary>Gets the file that notes the last entry of the log, or null for the usual one beside the log.</summary>
    public string? HeadFile { get; init; }

    /// <summary>Gets the folder of the tokens, or null for the usual one.</summary>
    public string? TokensFolder { get; init; }

    /// <summary>Gets the only account that this server serves, or null for the one that each grant names.</summary>
    public string? Account { get; init; }

    /// <summary>Gets whether nothing is changed, whatever the grants say.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Gets whether changes are rehearsed only, whatever the grants say.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Gets whether the log keeps the texts of calls.</summary>
    public bool LogsTexts { get; init; }

    /// <summary>Gets the access tier of the app. It decides the rate limits, and what Pinterest would refuse.</summary>
    public AccessTier Access { get; init; } = AccessTier.Standard;

    /// <summary>Gets the issuer whose tokens let agents in over HTTP, beside their keys; or null.</summary>
    public IssuerOptions? Issuer { get; init; }

    /// <summary>Gets where the log and the approvals are kept.</summary>
    public StoreChoice Store => new() { File = StoreFile, Postgres = Postgres };

    /// <summary>Gets the sandbox in place of Pinterest, or null.</summary>
    public SandboxAddress? Sandbox { get; init; }

    /// <summary>Gets the file of the log and of the approvals when nobody says otherwise.</summary>
    public static string DefaultStore => Path.Combine(ConfigurationFolder.Default, AgentStore.FileName);
}
