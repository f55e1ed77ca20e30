namespace Pinterest.OpenApi.Sandbox;

/// <summary>The options of a sandbox.</summary>
public sealed record SandboxOptions
{
    /// <summary>
    /// Gets the IP address to listen on, or <c>localhost</c>. Anyone who can reach an address that is not on loopback
    /// can use the sandbox, and with <see cref="EnableAdmin"/> set it up.
    /// </summary>
    /// <value>The default is 127.0.0.1.</value>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Gets the port.</summary>
    /// <value>The default is 0: any free port.</value>
    public int Port { get; init; }

    /// <summary>
    /// Gets the seed of generated responses and content. The same seed and request give the same response.
    /// </summary>
    /// <value>The default is 1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>Gets the description to serve, JSON or YAML; empty for the pinned one.</summary>
    public ReadOnlyMemory<byte> Description { get; init; }

    /// <summary>Gets the access tier of the app, which sets the rate limits and what the app may do.</summary>
    /// <value>The default is <see cref="SandboxAccessTier.Unlimited"/>.</value>
    public SandboxAccessTier AccessTier { get; init; }

    /// <summary>
    /// Gets the file that keeps boards, Pins and tokens from one start to the next; null to keep nothing.
    /// </summary>
    public string? StateFile { get; init; }

    /// <summary>
    /// Gets the content of the account at the start; null for none. It is not added to a state file that has
    /// boards.
    /// </summary>
    public SandboxContent? Content { get; init; }

    /// <summary>
    /// Gets whether the authorise page returns to the app at once, without a button. It does so for addresses on
    /// loopback and for <see cref="ApprovedRedirects"/>; others get the page with its buttons.
    /// </summary>
    /// <value>The default is false.</value>
    public bool AutoApprove { get; init; }

    /// <summary>
    /// Gets the addresses, other than those on loopback, to which the authorise page may return at once.
    /// </summary>
    /// <value>The default is none.</value>
    public IReadOnlyCollection<string> ApprovedRedirects { get; init; } = [];

    /// <summary>
    /// Gets whether the sandbox logs requests, and can be set up over HTTP at /_sandbox/ and
    /// /_pact/provider-states.
    /// </summary>
    /// <value>The default is true; the command-line tool turns it off.</value>
    public bool EnableAdmin { get; init; } = true;

    /// <summary>
    /// Gets whether the sandbox answers recorded pacts, whose credentials, days and bookmarks are examples. Any
    /// credential then has every scope, days of any age have analytics, and an unknown bookmark is the end of the
    /// first page.
    /// </summary>
    /// <value>The default is false.</value>
    public bool ServeContracts { get; init; }

    /// <summary>
    /// Gets whether each response is compared with the description. A wrong response becomes a 500 with the problem.
    /// </summary>
    /// <value>The default is false.</value>
    public bool CheckResponses { get; init; }

    /// <summary>Gets the time that the processing of an uploaded video takes.</summary>
    /// <value>The default is 2 seconds of <see cref="TimeProvider"/>.</value>
    public TimeSpan MediaProcessingTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Gets the time that a job takes: a report, a bulk request, an export of leads, a batch of catalog items.
    /// </summary>
    /// <value>The default is 2 seconds of <see cref="TimeProvider"/>.</value>
    public TimeSpan JobProcessingTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Gets whether an operation without a state returns the example of the description, if there is one. A request
    /// with the header <c>Prefer: example</c> always gets the example.
    /// </summary>
    /// <value>The default is false: such a response is generated from its schema.</value>
    public bool ServeExamples { get; init; }

    /// <summary>
    /// Gets the part of the requests that get a random fault, from 0 to 1. <see cref="Seed"/> decides which.
    /// </summary>
    /// <value>The default is 0.</value>
    public double FaultRate { get; init; }

    /// <summary>Gets the clock of tokens, rate limits, uploads, jobs and analytics.</summary>
    /// <value>The default is the clock of the system.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Gets the clock of faults that take time. It is not <see cref="TimeProvider"/>: a client under test waits for real,
    /// whatever clock the content has.
    /// </summary>
    internal TimeProvider FaultClock { get; init; } = TimeProvider.System;
}
