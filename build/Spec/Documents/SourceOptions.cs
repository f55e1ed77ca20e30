namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>How a description is found.</summary>
internal sealed record SourceOptions
{
    /// <summary>Gets the usual options.</summary>
    public static SourceOptions Default { get; } = new();

    /// <summary>
    /// Gets the folder that references between files may not leave; null for the folder of the description.
    /// </summary>
    public string? Root { get; init; }

    /// <summary>Gets the folder in whose git repository revisions are looked up; null for the current one.</summary>
    public string? Folder { get; init; }

    /// <summary>
    /// Gets what sends requests; null for the network. It must not follow redirects by itself.
    /// </summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>Gets the clock of time limits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Gets what opens the standard input.</summary>
    public Func<Stream> Input { get; init; } = Console.OpenStandardInput;
}
