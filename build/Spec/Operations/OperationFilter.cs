namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>Which operations to list. What is null does not filter.</summary>
internal sealed record OperationFilter
{
    /// <summary>Gets the HTTP method.</summary>
    public string? Method { get; init; }

    /// <summary>Gets read or write.</summary>
    public string? Access { get; init; }

    /// <summary>Gets a scope that some way to authenticate names.</summary>
    public string? Scope { get; init; }

    /// <summary>Gets the tag.</summary>
    public string? Group { get; init; }

    /// <summary>Gets whether Pinterest's sandbox serves it.</summary>
    public bool? Sandbox { get; init; }

    /// <summary>Gets whether it is paged.</summary>
    public bool? Paged { get; init; }

    /// <summary>Gets the release that added it, at the earliest.</summary>
    public Version? Since { get; init; }

    /// <summary>Gets a text that operationId, path or group contain.</summary>
    public string? Text { get; init; }

    /// <summary>Tells whether an operation is to be listed.</summary>
    public bool Matches(OperationFacts operation) =>
        Is(Method, operation.Method)
        && Is(Access, operation.IsRead ? "read" : "write")
        && (Scope is null || operation.Scopes.Contains(Scope, StringComparer.OrdinalIgnoreCase))
        && Is(Group, operation.Group)
        && (Sandbox is null || operation.IsInSandbox == Sandbox)
        && (Paged is null || operation.IsPaged == Paged)
        && (Since is null || (Version.TryParse(operation.Since, out var since) && since >= Since))
        && (
            Text is null
            || $"{operation.Id} {operation.Path} {operation.Group}".Contains(Text, StringComparison.OrdinalIgnoreCase)
        );

    private static bool Is(string? wanted, string value) =>
        wanted is null || string.Equals(wanted, value, StringComparison.OrdinalIgnoreCase);
}
