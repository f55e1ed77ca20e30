namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>What a description says of an operation. Absent facts are null: older releases do not carry all of them.</summary>
/// <param name="Id">The operationId.</param>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Path">The path template.</param>
/// <param name="Group">The tag that the operation belongs to.</param>
/// <param name="Security">The declared alternatives; one of them is enough.</param>
/// <param name="RateCategory">The value of <c>x-ratelimit-category</c>, or null before 5.1.1.</param>
/// <param name="IsInSandbox">Whether <c>x-sandbox</c> enables it in Pinterest's sandbox, or null before 5.5.0.</param>
/// <param name="IsPaged">Whether it takes a bookmark and replies with items and a bookmark.</param>
/// <param name="Parameters">The parameters, in the order of the description.</param>
/// <param name="BodyType">The content type of the body, or null when there is none.</param>
/// <param name="SuccessCodes">The declared 2xx codes.</param>
/// <param name="ErrorCodes">The declared other codes, with default.</param>
/// <param name="IsDeprecated">Whether the description deprecates it.</param>
internal sealed record OperationFacts(
    string Id,
    string Method,
    string Path,
    string Group,
    IReadOnlyList<SecurityAlternative> Security,
    string? RateCategory,
    bool? IsInSandbox,
    bool IsPaged,
    IReadOnlyList<OperationParameter> Parameters,
    string? BodyType,
    IReadOnlyList<string> SuccessCodes,
    IReadOnlyList<string> ErrorCodes,
    bool IsDeprecated
)
{
    /// <summary>
    /// Gets whether the operation only reads: GET, or a POST whose category ends in <c>_read</c> or <c>_analytics</c> and whose
    /// scopes let it read only, such as the request for a report.
    /// </summary>
    public bool IsRead =>
        Method == "GET"
        || (
            HasReadCategory && Scopes.Any() && Scopes.All(scope => !scope.Contains(":write", StringComparison.Ordinal))
        );

    /// <summary>Gets every scope that some alternative names.</summary>
    public IEnumerable<string> Scopes =>
        Security.SelectMany(alternative => alternative.Scopes).Distinct(StringComparer.Ordinal);

    /// <summary>Gets the largest page that may be asked for, or null when the operation takes no page size or sets no limit.</summary>
    public int? MaximumPageSize => (int?)Parameters.FirstOrDefault(parameter => parameter.Name == "page_size")?.Maximum;

    private bool HasReadCategory =>
        RateCategory is not null
        && (
            RateCategory.EndsWith("_read", StringComparison.Ordinal)
            || RateCategory.EndsWith("_analytics", StringComparison.Ordinal)
        );
}
