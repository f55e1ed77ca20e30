namespace Pinterest.OpenApi.Metadata;

/// <summary>What Pinterest's description says of an operation. Absent facts are null.</summary>
/// <param name="Id">The operationId, for example pins/get.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path template below the base address, for example /pins/{pin_id}.</param>
/// <param name="Group">The tag that the operation belongs to.</param>
/// <param name="Access">Whether the operation changes anything.</param>
/// <param name="Security">The declared ways to authenticate; one of them is enough.</param>
/// <param name="RateCategory">The rate category, from <c>x-ratelimit-category</c>.</param>
/// <param name="IsInSandbox">Whether Pinterest's sandbox serves it, from <c>x-sandbox</c>.</param>
/// <param name="IsPaged">Whether it takes a bookmark and replies with items and a bookmark.</param>
/// <param name="MaximumPageSize">The largest page that may be asked for, or null when there is no page size or no limit.</param>
/// <param name="SuccessCodes">The declared 2xx codes. Every 2xx counts as a success.</param>
/// <param name="Parameters">The parameters and how each is written.</param>
/// <param name="BodyType">The content type of the body, or null when there is none.</param>
/// <param name="IsDeprecated">Whether the description deprecates it.</param>
public sealed record Operation(
    string Id,
    HttpMethod Method,
    string Path,
    string Group,
    OperationAccess Access,
    IReadOnlyList<SecurityAlternative> Security,
    string? RateCategory,
    bool? IsInSandbox,
    bool IsPaged,
    int? MaximumPageSize,
    IReadOnlyList<int> SuccessCodes,
    IReadOnlyList<OperationParameter> Parameters,
    string? BodyType,
    bool IsDeprecated
)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Id} ({Method} {Path})";
}
