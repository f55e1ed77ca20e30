using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Pacts;

/// <summary>Recorded interactions held against the pinned description.</summary>
public sealed class ContractVerifierTests : IDisposable
{
    private static readonly ContractVerifier Verifier = new(Repository.Description());
    private static readonly string Committed = Directory.EnumerateFiles(Repository.Layout.Pacts).Single();
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Wrong => [.. WrongPacts.All(Pact()).Select(wrong => wrong.Name)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_committed_contracts_are_allowed()
    {
        var result = Verifier.Verify(PactContract.ReadAll([Committed]), "the pinned release");
        Assert.False(
            result.HasFailed,
            string.Join('\n', result.Interactions.SelectMany(interaction => interaction.Problems))
        );
        Assert.InRange(result.Interactions.Count, 50, 500);
        Assert.All(result.Interactions, interaction => Assert.NotNull(interaction.OperationId));
    }

    [Fact]
    public void There_are_enough_wrong_ones() => Assert.InRange(Wrong.Count, 40, 500);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_found(string name)
    {
        var outcome = Assert.Single(
            Verify(WrongPacts.All(Pact()).Single(wrong => wrong.Name == name).Pact).Interactions
        );
        Assert.Equal(ContractOutcome.Failed, outcome.Outcome);
        Assert.All(outcome.Problems, problem => Assert.Matches("^(request|response)\\.", problem.Place));
    }

    [Theory]
    [InlineData("the metrics are repeated", "request.query.metric_types", "joined by commas")]
    [InlineData("an item's member that is not there", "response.body.items[0].colour", "is not declared")]
    [InlineData("a required member is missing", "request.body.name", "is required")]
    [InlineData("no credential", "request.header.Authorization", "boards/get needs a credential: Bearer")]
    [InlineData("a method that the path does not take", "request.method", "takes DELETE, GET, PATCH, not PUT")]
    [InlineData("a success that is not declared", "response.status", "boards/get does not answer 206")]
    public void A_problem_names_its_place(string name, string place, string message)
    {
        var problems = Assert
            .Single(
                Verify(
                    WrongPacts
                        .All(Pact())
                        .Single(wrong => wrong.Name.EndsWith(": " + name, StringComparison.Ordinal))
                        .Pact
                ).Interactions
            )
            .Problems;
        var problem = Assert.Single(problems, problem => problem.Place == place);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_that_the_release_does_not_have_yet_is_a_failure()
    {
        var old = new ContractVerifier(new ReleaseStore(Repository.Layout.OpenApi).Read("5.0.0").Root);
        var result = old.Verify(PactContract.ReadAll([Committed]), "5.0.0");
        Assert.Contains(
            result.Interactions,
            interaction =>
                interaction.Outcome is ContractOutcome.Failed
                && interaction.Problems[0].Place is "request.path" or "request.method"
        );
    }

    internal static JObject Pact()
    {
        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(File.ReadAllText(Committed)))
        {
            DateParseHandling = Newtonsoft.Json.DateParseHandling.None,
        };
        return JObject.Load(reader);
    }

    private ContractResult Verify(JObject pact) =>
        Verifier.Verify(PactContract.ReadAll([_folder.Write("pact.json", pact.ToString())]), "the pinned release");
}
