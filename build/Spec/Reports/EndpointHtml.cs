using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Reports.Html;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>The endpoint reference as one page: every operation with its facts, and filters.</summary>
internal sealed record EndpointHtml
{
    private const string None = "none";
    private const string Unknown = "not known";

    /// <summary>Gets the version of the description.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the operations.</summary>
    public required IReadOnlyList<OperationFacts> Operations { get; init; }

    /// <summary>Gets which secret scopes an operation needs in addition.</summary>
    public required Func<OperationFacts, IReadOnlyList<string>> SecretScopes { get; init; }

    /// <summary>Gets the calls of an operation in C#. They are shown where there are any.</summary>
    public Func<OperationFacts, IReadOnlyList<string>> Calls { get; init; } = _ => [];

    /// <summary>Gets the known limits of a rate category as a text, or null where they are not known.</summary>
    public Func<string, string?> Limits { get; init; } = _ => null;

    /// <summary>Makes the page.</summary>
    public string Print() =>
        HtmlTemplates.Render(
            new EndpointsPage
            {
                Title = $"Operations of the Pinterest API {Version}",
                Origin = [.. ReportOrigin.Facts("Made", made: null)],
                Notes =
                [
                    "An operation needs all scopes of its list. The secret scopes are needed in addition for secret "
                        + "boards and for the Pins on them.",
                    "Since: the first stored release that has the operation, without a gap up to this one. A release "
                        + "that is not stored may have had it earlier. The limits are those that the client begins with; "
                        + "Pinterest did not confirm them.",
                ],
                Choices = Choices(),
                Groups =
                [
                    .. Operations
                        .GroupBy(operation => operation.Group, StringComparer.Ordinal)
                        .OrderBy(group => group.Key, StringComparer.Ordinal)
                        .Select(group => new EndpointGroupPart
                        {
                            Name = group.Key,
                            Endpoints = [.. group.Select(ToPart)],
                        }),
                ],
            }
        );

    private List<ChoicePart> Choices() =>
        [
            Choice("method", "Method", operation => [operation.Method]),
            Choice("access", "Access", operation => [Access(operation)]),
            Choice("scope", "Scope", operation => operation.Scopes),
            Choice("group", "Group", operation => [operation.Group]),
        ];

    private ChoicePart Choice(string name, string label, Func<OperationFacts, IEnumerable<string>> values) =>
        new()
        {
            Id = $"endpoint-{name}",
            Label = label,
            Values = [.. Operations.SelectMany(values).Distinct().Order(StringComparer.Ordinal)],
        };

    private EndpointPart ToPart(OperationFacts operation)
    {
        var calls = Calls(operation);
        return new()
        {
            Id = operation.Id,
            Method = operation.Method,
            Path = operation.Path,
            Access = Access(operation),
            Group = operation.Group,
            Scopes = string.Join('\n', operation.Scopes),
            Words = string.Join(' ', [operation.Method, operation.Path, operation.Id, operation.Group, .. calls]),
            IsDeprecated = operation.IsDeprecated,
            Calls = calls,
            Facts = [.. Facts(operation).Select(fact => new FactPart { Name = fact.Key, Value = fact.Value })],
        };
    }

    private Dictionary<string, string> Facts(OperationFacts operation) =>
        new()
        {
            ["Operation"] = operation.Id,
            ["Access"] = Access(operation),
            ["Scopes"] = List(operation.Scopes),
            ["Secret scopes"] = List(SecretScopes(operation)),
            ["Rate category"] = operation.RateCategory ?? Unknown,
            ["Limits"] = operation.RateCategory is { } category ? Limits(category) ?? Unknown : Unknown,
            ["Paged"] = Paged(operation),
            ["Since"] = operation.Since ?? Unknown,
            ["Webhook"] = List(operation.Callbacks),
        };

    private static string Access(OperationFacts operation) => operation.IsRead ? "read" : "write";

    private static string List(IEnumerable<string> values)
    {
        var text = string.Join(", ", values);
        return text.Length > 0 ? text : None;
    }

    private static string Paged(OperationFacts operation) =>
        operation switch
        {
            { IsPaged: false } => "no",
            { MaximumPageSize: { } maximum } => $"yes, up to {maximum}",
            _ => "yes",
        };
}
