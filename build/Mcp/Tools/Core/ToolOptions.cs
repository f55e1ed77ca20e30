using Pinterest.OpenApi.Mcp.Access;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>What the tools are given by their host.</summary>
public sealed record ToolOptions
{
    /// <summary>Gets the clock.</summary>
    /// <value>The default is the clock of the system.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets what is known of the accounts, for pinterest_status; null to say nothing of them.</summary>
    public IAccountClients? Accounts { get; init; }

    /// <summary>
    /// Gets what fetches pictures. Only https addresses of pinimg.com are fetched with it, and those of
    /// <see cref="PictureHosts"/>.
    /// </summary>
    /// <value>The default is null: a client of its own that follows no redirect.</value>
    public HttpClient? Pictures { get; init; }

    /// <summary>Gets more hosts, with their port, that pictures may be fetched from: a sandbox, for example.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<string> PictureHosts { get; init; } = [];

    /// <summary>Gets whether this server only reads.</summary>
    /// <value>The default is false.</value>
    public bool IsReadOnly { get; init; }

    /// <summary>Gets whether this server only rehearses what would change something.</summary>
    /// <value>The default is false.</value>
    public bool IsDryRun { get; init; }
}
