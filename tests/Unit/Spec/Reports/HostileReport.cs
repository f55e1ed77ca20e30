using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Changelog;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Pinning;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

/// <summary>Everything that is reported, with hostile texts wherever others write.</summary>
internal sealed class HostileReport(HostilePayload texts)
{
    public DiffResult Diff()
    {
        var path = "/" + texts.Next();
        var result = DescriptionDiff.Compare(Description(path, texts.Some(2)), Description(path, texts.Some(3)));
        return result with
        {
            Base = result.Base with { Version = texts.Next(), Source = texts.Next() },
            Revision = result.Revision with { Version = texts.Next(), Source = texts.Next() },
            Notices = texts.Some(2),
            Findings = [.. result.Findings.Select(Finding)],
            Client = new ClientVerdict("major", texts.Some(2), texts.Some(2), texts.Some(2)),
            ClientReason = texts.Next(),
            Contracts = new ContractView(3, [new(texts.Next(), texts.Next(), Problems())]),
        };
    }

    public ContractResult Contracts() =>
        new(
            texts.Next(),
            [.. new[] { ContractOutcome.Failed, ContractOutcome.Skipped, ContractOutcome.Passed }.Select(Interaction)],
            texts.Some(2)
        );

    public CheckReport Check() =>
        new CheckReport
        {
            Version = texts.Next(),
            Operations = 2,
            Generated = 1,
            Schemas = 1,
            Problems = texts.Some(2),
            Notes = texts.Some(2),
            Passes = [new PassCount(texts.Next(), 1)],
            Comparison = new(texts.Next(), texts.Next(), Names(), Names()),
            Changes = Diff(),
            CandidateChanges = Diff(),
        }
            .With(Contracts())
            .With(new CandidateVerdict(false, texts.Some(2), texts.Some(2), texts.Some(2)));

    public FlagComparison Flags() =>
        new()
        {
            From = texts.Next(),
            To = texts.Next(),
            Operations =
            [
                .. texts
                    .Some(3)
                    .Select(text => new OperationFlag
                    {
                        Operation = text,
                        State = EndpointState.Changed,
                        Lines = [new(Line(), FlagReason.Flattening)],
                    }),
            ],
        };

    private FlaggedLine Line() =>
        new(
            new ChangelogLine
            {
                Kind = LineKind.TypeChanged,
                In = texts.Next(),
                Places = texts.Some(2),
            },
            1
        );

    public IReadOnlyList<LedgerRow> Releases() =>
        [
            new()
            {
                Release = new Release
                {
                    Version = texts.Next(),
                    Committed = texts.Next(),
                    Announced = texts.Next(),
                    Operations = 1,
                    Schemas = 1,
                    DescriptionSha256 = "",
                },
                Flag = texts.Next(),
                Disagreements = texts.Some(2),
            },
        ];

    public IReadOnlyList<OperationFacts> Operations() =>
        [
            new()
            {
                Id = texts.Next(),
                Method = "GET",
                Path = texts.Next(),
                Group = texts.Next(),
                Security = [new(texts.Next(), texts.Some(2))],
                RateCategory = texts.Next(),
                IsPaged = false,
                Parameters = [],
                SuccessCodes = texts.Some(1),
                ErrorCodes = texts.Some(1),
            },
        ];

    /// <summary>A description whose path, tag, operation id, property and enum values are hostile.</summary>
    public Description Description(string path, string[] values)
    {
        var schema = new JObject
        {
            ["type"] = "object",
            ["properties"] = new JObject
            {
                [texts.Next()] = new JObject { ["type"] = "string" },
                ["value"] = new JObject { ["type"] = "string", ["enum"] = new JArray(values) },
            },
        };
        var operation = new JObject
        {
            ["operationId"] = texts.Next(),
            ["tags"] = new JArray(texts.Next()),
            ["responses"] = new JObject
            {
                ["200"] = new JObject
                {
                    ["content"] = new JObject { ["application/json"] = new JObject { ["schema"] = schema } },
                },
            },
        };
        var root = new JObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JObject { ["title"] = "t", ["version"] = texts.Next() },
            ["paths"] = new JObject { [path] = new JObject { ["get"] = operation } },
        };

        // A half of a surrogate pair is not UTF-8, but JSON can say it.
        var json = root.ToString(Formatting.None, []);
        return DescriptionReader.ReadForComparison(Encoding.UTF8.GetBytes(EscapeHalves(json)), texts.Next());
    }

    private static string EscapeHalves(string json) =>
        string.Concat(json.Select(c => char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : c.ToString()));

    private Finding Finding(Finding finding) =>
        finding with
        {
            ClientMembers = texts.Some(2),
            Interactions = [new(texts.Next(), texts.Next(), true), new(texts.Next(), texts.Next(), false)],
            Accepted = finding.Message.Length % 2 == 0 ? texts.Next() : null,
        };

    private InteractionOutcome Interaction(ContractOutcome outcome) =>
        new()
        {
            Consumer = texts.Next(),
            Provider = texts.Next(),
            File = texts.Next(),
            Description = texts.Next(),
            OperationId = texts.Next(),
            Outcome = outcome,
            Reason = outcome is ContractOutcome.Skipped ? texts.Next() : null,
            Problems = outcome is ContractOutcome.Failed ? Problems() : [],
        };

    private InteractionProblem[] Problems() => [new(texts.Next(), texts.Next(), texts.Next(), texts.Next())];

    private NameComparison Names() => new(texts.Some(2), texts.Some(2), texts.Some(1));
}
