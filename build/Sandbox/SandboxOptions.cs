namespace Pinterest.OpenApi.Sandbox;

/// <summary>How a sandbox answers.</summary>
public sealed record SandboxOptions
{
    /// <summary>Gets the port on loopback.</summary>
    /// <value>The default is 0: any that is free.</value>
    public int Port { get; init; }

    /// <summary>Gets the number that decides what made-up replies and content say. The same seed and request give the same reply.</summary>
    /// <value>The default is 1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>Gets the description to serve, JSON or YAML; empty for the pinned one.</summary>
    public ReadOnlyMemory<byte> Description { get; init; }

    /// <summary>Gets the access tier of the app, which sets the rate limits.</summary>
    /// <value>The default is <see cref="SandboxAccess.Unlimited"/>.</value>
    public SandboxAccess Access { get; init; }

    /// <summary>Gets the file that keeps boards, Pins and tokens from one start to the next; null to forget them.</summary>
    public string? StateFile { get; init; }

    /// <summary>Gets what the account holds at the start; null for nothing. A state file that holds boards goes before it.</summary>
    public SandboxContent? Content { get; init; }

    /// <summary>Gets whether the authorise page returns to the app at once, without a button.</summary>
    /// <value>The default is false.</value>
    public bool ApprovesAtOnce { get; init; }

    /// <summary>Gets whether the sandbox can be set up over HTTP, at /_sandbox/ and /_pact/provider-states, and remembers requests.</summary>
    /// <value>The default is true; the command-line tool turns it off.</value>
    public bool HasAdmin { get; init; } = true;

    /// <summary>
    /// Gets whether it answers recorded contracts, whose credentials, days and bookmarks are examples: any credential is
    /// taken for one that may do everything, days of any age have analytics, and a bookmark that is not known goes on after one page.
    /// </summary>
    /// <value>The default is false.</value>
    public bool ServesContracts { get; init; }

    /// <summary>Gets whether each reply is held against the description, and a wrong one becomes a 500 that names what is wrong.</summary>
    /// <value>The default is false.</value>
    public bool ChecksReplies { get; init; }

    /// <summary>Gets how long an uploaded video is processed.</summary>
    /// <value>The default is 2 seconds of <see cref="Clock"/>.</value>
    public TimeSpan MediaProcessingTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets which part of the requests meets a fault by chance, from 0 to 1. The chances follow <see cref="Seed"/>.</summary>
    /// <value>The default is 0.</value>
    public double RandomFaultRate { get; init; }

    /// <summary>Gets the clock that tokens, rate limits, uploads and analytics go by.</summary>
    /// <value>The default is the system's.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
