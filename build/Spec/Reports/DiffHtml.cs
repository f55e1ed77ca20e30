using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Reports.Html;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A comparison as one page that needs nothing else: no network, no other file.</summary>
internal static class DiffHtml
{
    private const int MaxUncompared = 200;

    /// <summary>Makes the page.</summary>
    public static string Print(DiffResult result) => Print(result, isOfCheck: false);

    /// <summary>Makes the page.</summary>
    /// <param name="result">The comparison.</param>
    /// <param name="isOfCheck">Whether the page of a check stands beside it, as index.html.</param>
    public static string Print(DiffResult result, bool isOfCheck)
    {
        var part = Part(result);
        return HtmlTemplates.Render(
            new DiffPage
            {
                Title = part.Title,
                Verdicts = [.. DiffVerdict.Of(result)],
                Origin =
                [
                    Fact("Base", Side(result.Base)),
                    Fact("Revision", Side(result.Revision)),
                    .. ReportOrigin.Facts("Compared", result.ComparedAt),
                ],
                IsOfCheck = isOfCheck,
                Diff = part,
            }
        );
    }

    /// <summary>Makes the part of a page that shows a comparison.</summary>
    public static DiffPart Part(DiffResult result)
    {
        var operations = ListedNames.OfOperations(result);
        var groups = ListedNames.Of(result.Findings.Select(finding => finding.Groups));
        var excerpts = new PlaceExcerpts(result);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var findings = result
            .Findings.Select(finding =>
                Finding(finding, operations, groups) with
                {
                    Id = Id(finding, ids),
                    Excerpts = excerpts.Of(finding),
                }
            )
            .ToList();
        return new DiffPart
        {
            Title = $"{result.Base.Version} → {result.Revision.Version}",
            Summary = DiffText.Summary(result),
            Notices = [.. operations.Notices(result), .. Notices(excerpts)],
            Uncompared = [.. Uncompared(result)],
            Contracts = result.Contracts is { } contracts ? [Contracts(contracts)] : [],
            ClientNotices = result.ClientReason is { } reason ? [$"The client was not compared: {reason}"] : [],
            Clients = result.Client is { } client ? [ClientParts.Of(client)] : [],
            Choices =
            [
                SeverityChoice(result.Findings),
                Choice("group", "Group", groups, result.Findings.Select(finding => finding.Groups)),
                Choice("operation", "Operation", operations, result.Findings.Select(finding => finding.Operations)),
            ],
            Findings = findings,
        };
    }

    private static BrokenContractsPart Contracts(ContractView contracts) =>
        new()
        {
            IsOpen = contracts.Broken.Count > 0,
            Interactions = contracts.Interactions,
            Broken =
            [
                .. contracts.Broken.Select(broken => new BrokenInteractionPart
                {
                    Description = broken.Description,
                    Consumer = broken.Consumer,
                    Problems = ProblemText.Problems(broken.Problems),
                }),
            ],
        };

    private static string Side(DiffSide side) => $"{side.Version}, {side.Source}, SHA-256 {side.Sha256}";

    // Two findings may have the same fingerprint, but a page has an id once.
    private static string Id(Finding finding, HashSet<string> ids)
    {
        var id = finding.Fingerprint;
        for (var i = 2; !ids.Add(id); i++)
        {
            id = $"{finding.Fingerprint}-{i}";
        }

        return id;
    }

    private static IEnumerable<string> Notices(PlaceExcerpts excerpts) =>
        excerpts.NotShown > 0
            ? [$"The page is large. {excerpts.NotShown} findings are listed without the changed piece of the files."]
            : [];

    private static IEnumerable<string> Uncompared(DiffResult result)
    {
        var shown = result.Uncompared.Take(MaxUncompared).Select(place => place.ToString());
        var more = result.Uncompared.Count - MaxUncompared;
        return more > 0 ? shown.Append($"and {more} more") : shown;
    }

    private static ChoicePart SeverityChoice(IReadOnlyList<Finding> findings) =>
        new()
        {
            Id = "severity",
            Label = "Severity",
            Values =
            [
                .. findings
                    .Select(finding => finding.Severity)
                    .Distinct()
                    .OrderDescending()
                    .Select(severity => severity.Word()),
            ],
        };

    // A filter that could not see all names would hide findings that belong to the one that is chosen.
    private static ChoicePart Choice(
        string id,
        string label,
        ListedNames listed,
        IEnumerable<IReadOnlyList<string>> lists
    ) =>
        new()
        {
            Id = id,
            Label = listed.Cut > 0 ? $"{label} (too many)" : label,
            Values =
                listed.Cut > 0
                    ? []
                    :
                    [
                        .. lists
                            .Distinct()
                            .SelectMany(names => names)
                            .Distinct(StringComparer.Ordinal)
                            .Order(StringComparer.Ordinal),
                    ],
        };

    private static FindingPart Finding(Finding finding, ListedNames operations, ListedNames groups)
    {
        var listed = operations.Shown(finding.Operations).ToList();
        var names = string.Join(' ', listed);
        return new FindingPart
        {
            Id = finding.Fingerprint,
            Severity = finding.Severity.Word(),
            IsAccepted = finding.Accepted is not null,
            IsClient = finding.Rule.Area == "client",
            Groups = string.Join('\n', groups.Shown(finding.Groups)),
            Operations = string.Join('\n', listed),
            Words = $"{finding.Message} {finding.Rule.Id} {finding.Pointer} {names} {DiffText.Used(finding)}",
            Message = finding.Message,
            Facts = [.. Facts(finding, operations)],
            Excerpts = [],
        };
    }

    private static IEnumerable<FactPart> Facts(Finding finding, ListedNames operations)
    {
        yield return Fact("Rule", $"{finding.Rule.Id} ({finding.Direction.Word()})") with
        {
            // The template writes the scheme, so that no value of a page can be a script.
            Page = RulePages.Of(finding.Rule)["https://".Length..],
        };
        yield return Fact("Place", Place(finding));
        if (DiffText.Remedy(finding) is { } remedy)
        {
            yield return Fact("Why", finding.Rule.Why);
            yield return Fact("Remedy", remedy);
        }

        if (finding.Operations.Count > 0)
        {
            yield return Fact($"Operations ({finding.Operations.Count})", operations.Line(finding.Operations));
        }

        if (DiffText.Used(finding) is { } used)
        {
            yield return Fact("Contracts", used);
        }

        if (finding.ClientMembers.Count > 0)
        {
            yield return Fact("Client", string.Join(", ", finding.ClientMembers));
        }

        if (finding.Accepted is { } reason)
        {
            yield return Fact("Accepted", reason);
        }
    }

    private static string Place(Finding finding)
    {
        var inBase = finding.BasePosition is { } place ? $" — base {At(place)}" : "";
        var inRevision = finding.RevisionPosition is { } other ? $" — revision {At(other)}" : "";
        return finding.Pointer + inBase + inRevision;
    }

    private static string At(Position position) =>
        position.File is null
            ? $"{position.Line}:{position.Column}"
            : $"{position.File}:{position.Line}:{position.Column}";

    private static FactPart Fact(string name, string value) => new() { Name = name, Value = value };
}
