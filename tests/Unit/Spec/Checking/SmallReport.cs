using System.Globalization;
using System.Text;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pacts;

namespace Pinterest.OpenApi.Unit.Spec.Checking;

/// <summary>A check that found nothing, and what a test adds to it.</summary>
internal static class SmallReport
{
    public static CheckReport Good { get; } =
        new()
        {
            Version = "5.1.0",
            Operations = 3,
            Generated = 3,
            Schemas = 2,
            Problems = [],
            Notes = [],
        };

    /// <summary>Gives the comparison of two releases of which the second lacks some operations.</summary>
    public static DiffResult Changes(int removed) =>
        DescriptionDiff.Compare(Description("5.0.0", removed + 1), Description("5.1.0", 1));

    /// <summary>Gives a description with the operations GET /things0, GET /things1 and so on.</summary>
    public static Description Description(string version, int operations)
    {
        var text = new StringBuilder($"openapi: 3.0.3\ninfo: {{title: t, version: {version}}}\npaths:\n");
        foreach (var number in Enumerable.Range(0, operations))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  /things{number}: {{get: {{operationId: things/get{number}, tags: [things], security: [], "
            );
            text.Append("responses: {\"200\": {description: ok}}}}\n");
        }

        return DescriptionReader.Read(Encoding.UTF8.GetBytes(text.ToString()), $"{version}.yaml");
    }

    /// <summary>Gives a verification in which the first interactions failed, each with a number of problems.</summary>
    public static ContractResult Contracts(int interactions, int failed, int problems = 1) =>
        new(
            "the sandbox",
            [
                .. Enumerable
                    .Range(1, interactions)
                    .Select(number => new InteractionOutcome
                    {
                        Consumer = "app",
                        Provider = "Pinterest",
                        File = "a.json",
                        Description = $"interaction {number}",
                        OperationId = "boards/get",
                        Outcome = number <= failed ? ContractOutcome.Failed : ContractOutcome.Passed,
                        Problems = number <= failed ? Problems(problems) : [],
                    }),
            ],
            []
        );

    private static InteractionProblem[] Problems(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new InteractionProblem($"body.p{number}", "1", "", "is gone"))];
}
