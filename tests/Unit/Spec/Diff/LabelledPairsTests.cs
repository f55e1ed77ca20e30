using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Unit.Support;
using Xunit.Abstractions;

namespace Pinterest.OpenApi.Unit.Spec.Diff;

/// <summary>Small pairs with the verdict of another tool, and pairs without one.</summary>
public sealed class LabelledPairsTests(ITestOutputHelper output)
{
    private const double LeastAgreement = 0.95;

    // Pairs on which we rule otherwise on purpose, by the beginning of their name, with the reason.
    private static readonly Dictionary<string, string> RuledOtherwise = new()
    {
        ["18651764"] = "maximum means nothing for a string",
        ["41739a61"] = "maxItems means nothing for a string",
        ["cf7ff7cd"] = "maximum means nothing for an object",
        ["bf3a7426"] = "maxLength means nothing for an object",
        ["554df72d"] = "minLength means nothing for an object",
        ["594810ec"] = "a readOnly property is not sent",
        ["3f773f02"] = "a readOnly property is not sent",
        ["7e985e0a"] = "an allOf member that demands nothing new",
        ["0d14170c"] = "an allOf member that demands nothing new",
        ["ea63ed87"] = "a form was renamed, not changed",
        ["7902830d"] = "a default is potentially breaking",
        ["b48e4ab6"] = "a default is potentially breaking",
        ["707402d3"] = "a default is potentially breaking",
        ["da18da6a"] = "a default is potentially breaking",
        ["5c6af019"] = "a default is potentially breaking",
        ["7a8d9f6d"] = "a removal breaks, whatever was announced",
        ["dda70cc8"] = "a removal breaks, whatever was announced",
        ["68e0a4c4"] = "a removal breaks, whatever was announced",
        ["8d79d6d1"] = "a removal breaks, whatever was announced",
        ["27fe1ede"] = "a limit that comes is a limit that shrinks",
        ["b6d5f0ae"] = "a property that goes from a reply breaks its readers",
        ["0f9f5b38"] = "a property that goes from a reply breaks its readers",
        ["429deed8"] = "a property that goes from a reply breaks its readers",
        ["dc06cb9a"] = "a property that goes from a reply breaks its readers",
        ["278711fc"] = "a property that goes from a reply breaks its readers",
        ["7a63ba30"] = "a property that goes from a reply breaks its readers",
        ["168a5a55"] = "another form still allows all of its values",
        ["e43e86fa"] = "another form still allows all of its values",
        ["19ae4ba0"] = "a number in a query is a text already",
        ["70953610"] = "a number in a query is a text already",
        ["fa89c71e"] = "security that comes shuts callers out",
        ["3ab074b2"] = "security that comes shuts callers out",
    };

    // Pairs on which the other tool may be right for its users; they count as disagreements.
    private static readonly Dictionary<string, string> Disagreements = new()
    {
        ["d285105c"] = "a name that is required must be sent, though no property declares it",
        ["8c9e9d3e"] = "a required property that is no longer readOnly must be sent",
        ["bda97713"] = "a type is judged alike in every content type, XML too",
        ["d9b75001"] = "a discriminator value that changes in a reply breaks who tells forms apart by it",
        ["b3b93c50"] = "a more special content type of a reply is another one",
    };

    [SharedFact]
    public void The_breaking_verdict_agrees_where_no_rule_of_ours_says_otherwise()
    {
        var (folder, cases) = Load("labelled");
        var same = 0;
        var compared = 0;
        var policy = 0;
        var ruled = 0;
        foreach (var pair in cases)
        {
            var name = (string)pair["base"]!;
            if (pair["tags"]!.Any(tag => (string)tag! == "lifecycle-or-x-extension-policy"))
            {
                policy++;
                continue;
            }

            var breaks = Compare(folder, pair).Count(Severity.Breaking) > 0;
            var agrees = breaks == (bool)pair["breaking"]!;
            if (RuledOtherwise.TryGetValue(name[..8], out var reason))
            {
                ruled++;
                output.WriteLine($"ruled otherwise  {name[..8]}  {reason}");
                Assert.False(agrees, $"{name} agrees now; take it from the list.");
                continue;
            }

            compared++;
            if (agrees)
            {
                same++;
            }
            else
            {
                var ours = breaks ? "breaking" : "not breaking";
                var why = Disagreements.GetValueOrDefault(name[..8]);
                Assert.True(why is not null, $"{name}: a disagreement without a reason.");
                output.WriteLine($"disagrees        {name[..8]}  ours: {ours}; {why}");
            }
        }

        output.WriteLine(
            $"{same} of {compared} agree ({100.0 * same / compared:0.0} %); apart: {policy} policy, {ruled} ruled otherwise; "
                + $"over all but policy {same} of {compared + ruled} ({100.0 * same / (compared + ruled):0.0} %)"
        );
        Assert.True((double)same / compared >= LeastAgreement, $"{same} of {compared}");
    }

    [SharedFact]
    public void Every_pair_without_a_verdict_is_compared()
    {
        var (folder, cases) = Load("unlabelled");
        var refused = new List<string>();
        foreach (var pair in cases)
        {
            try
            {
                Compare(folder, pair);
            }
            catch (SpecException error)
            {
                refused.Add(error.Message);
            }
        }

        // Two pairs are of Swagger 2.0, which is not compared.
        Assert.Equal(2, refused.Count);
        Assert.All(
            refused,
            message =>
                Assert.Contains(
                    "This is a Swagger 2.0 description",
                    message,
                    StringComparison.Ordinal
                )
        );
    }

    private static (string Folder, JArray Cases) Load(string kind)
    {
        var folder = Path.Combine(Repository.Shared, "diff-cases", kind);
        return (
            Path.Combine(folder, "specs"),
            (JArray)JObject.Parse(File.ReadAllText(Path.Combine(folder, "index.json")))["cases"]!
        );
    }

    private static DiffResult Compare(string folder, JToken pair) =>
        DescriptionDiff.Compare(Read(folder, pair["base"]!), Read(folder, pair["revision"]!));

    private static Description Read(string folder, JToken file) =>
        DescriptionReader.ReadForComparison(File.ReadAllBytes(Path.Combine(folder, (string)file!)), (string)file!);
}
