namespace Pinterest.OpenApi.Metadata;

/// <summary>The facts of an operation in Pinterest's description. Absent facts are null.</summary>
public sealed record Operation
{
    /// <summary>Gets the operationId, for example pins/get.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>Gets the path template below the base address, for example /pins/{pin_id}.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the tag that the operation belongs to.</summary>
    public required string Group { get; init; }

    /// <summary>Gets whether the operation changes anything.</summary>
    public required OperationAccess Access { get; init; }

    /// <summary>Gets the declared ways to authenticate; one of them is enough.</summary>
    public required IReadOnlyList<SecurityAlternative> Security { get; init; }

    /// <summary>Gets the rate category, from <c>x-ratelimit-category</c>.</summary>
    public string? RateCategory { get; init; }

    /// <summary>Gets whether Pinterest's sandbox serves it, from <c>x-sandbox</c>.</summary>
    public bool? IsInSandbox { get; init; }

    /// <summary>Gets whether it takes a bookmark and responds with items and a bookmark.</summary>
    public bool IsPaged { get; init; }

    /// <summary>Gets the largest page size that is allowed, or null when there is no page size or no limit.</summary>
    public int? MaximumPageSize { get; init; }

    /// <summary>Gets the declared 2xx codes. Every 2xx counts as a success.</summary>
    public required IReadOnlyList<int> SuccessCodes { get; init; }

    /// <summary>Gets those 2xx codes for which the description promises no content.</summary>
    public IReadOnlyList<int> EmptySuccessCodes { get; init; } = [];

    /// <summary>Gets the parameters and how each is written.</summary>
    public required IReadOnlyList<OperationParameter> Parameters { get; init; }

    /// <summary>Gets the content type of the body, or null when there is none.</summary>
    public string? BodyType { get; init; }

    /// <summary>Gets whether the description deprecates it.</summary>
    public bool IsDeprecated { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} ({Method} {Path})";
}
