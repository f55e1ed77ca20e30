namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>
/// What a description says of an operation. A fact that the description leaves out is null: older releases do not
/// have all of them.
/// </summary>
internal sealed record OperationFacts
{
    /// <summary>Gets the operationId.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the HTTP method, in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the path template.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// Gets the base paths of its servers, the first server first; the empty text stands for none. Example: /v5.
    /// </summary>
    public IReadOnlyList<string> BasePaths { get; init; } = [""];

    /// <summary>Gets the tag that the operation belongs to.</summary>
    public required string Group { get; init; }

    /// <summary>Gets the declared ways to authenticate; one of them is enough.</summary>
    public required IReadOnlyList<SecurityAlternative> Security { get; init; }

    /// <summary>Gets the value of <c>x-ratelimit-category</c>, or null before 5.1.1.</summary>
    public string? RateCategory { get; init; }

    /// <summary>Gets whether <c>x-sandbox</c> enables it in Pinterest's sandbox, or null before 5.5.0.</summary>
    public bool? IsInSandbox { get; init; }

    /// <summary>Gets whether it accepts a bookmark and returns items and the next bookmark.</summary>
    public required bool IsPaged { get; init; }

    /// <summary>Gets the parameters, in the order of the description.</summary>
    public required IReadOnlyList<OperationParameter> Parameters { get; init; }

    /// <summary>Gets the content type of the request body, or null when there is none.</summary>
    public string? BodyType { get; init; }

    /// <summary>Gets the declared 2xx codes.</summary>
    public required IReadOnlyList<string> SuccessCodes { get; init; }

    /// <summary>Gets those 2xx codes whose responses have no content.</summary>
    public IReadOnlyList<string> EmptySuccessCodes { get; init; } = [];

    /// <summary>Gets the other declared codes, <c>default</c> too.</summary>
    public required IReadOnlyList<string> ErrorCodes { get; init; }

    /// <summary>Gets whether the description deprecates it.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>Gets the names of the callbacks: the requests that the server sends in return.</summary>
    public IReadOnlyList<string> Callbacks { get; init; } = [];

    /// <summary>
    /// Gets the first stored release that has it, without a gap up to the description; null where that is not known.
    /// </summary>
    public string? Since { get; init; }

    /// <summary>
    /// Gets whether the operation only reads. A GET does. So does a POST whose category ends in <c>_read</c> or
    /// <c>_analytics</c> and whose scopes all allow reading only, such as the request for a report.
    /// </summary>
    public bool IsRead =>
        Method == "GET"
        || (
            HasReadCategory && Scopes.Any() && Scopes.All(scope => !scope.Contains(":write", StringComparison.Ordinal))
        );

    /// <summary>Gets every scope that some alternative names.</summary>
    public IEnumerable<string> Scopes =>
        Security.SelectMany(alternative => alternative.Scopes).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// Gets the largest page size that is allowed, or null when the operation has no page size or sets no limit.
    /// </summary>
    public int? MaximumPageSize =>
        Parameters.FirstOrDefault(parameter => parameter.Name == "page_size")?.Maximum is { } maximum
            ? (int)Math.Clamp(maximum, int.MinValue, int.MaxValue)
            : null;

    private bool HasReadCategory =>
        RateCategory is not null
        && (
            RateCategory.EndsWith("_read", StringComparison.Ordinal)
            || RateCategory.EndsWith("_analytics", StringComparison.Ordinal)
        );
}
