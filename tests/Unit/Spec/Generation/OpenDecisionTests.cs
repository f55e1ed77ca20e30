using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation;

/// <summary>Whoever moves to a new release is told everything that is open, each with what would decide it.</summary>
public sealed class OpenDecisionTests
{
    private const string Text = """
        openapi: 3.0.3
        info: {title: open, version: 1.0.0}
        paths:
          /things:
            post:
              operationId: things/create
              tags: [things]
              security: []
              requestBody: {content: {text/plain: {schema: {type: string}}}}
              responses:
                "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/All"}}}}
                "201": {description: ok, content: {application/json: {schema: {type: string}}}}
        components:
          schemas:
            Task: {type: object, properties: {id: {type: string}}}
            A.Thing: {type: object, properties: {id: {type: string}}}
            B.Thing: {type: object, properties: {id: {type: string}}}
            Either: {oneOf: [{type: object, required: [left], properties: {left: {type: string}}}, {type: string}]}
            Same: {oneOf: [{$ref: "#/components/schemas/A.Thing"}, {$ref: "#/components/schemas/B.Thing"}]}
            All:
              type: object
              properties:
                t: {$ref: "#/components/schemas/Task"}
                e: {$ref: "#/components/schemas/Either"}
                m: {$ref: "#/components/schemas/Same"}
        """;

    [Fact]
    public void All_of_them_are_told_at_once()
    {
        var error = Assert.Throws<SpecException>(() => Normalise("[]"));

        Assert.Contains(
            "decisions are needed. Add each line or action that follows",
            error.Message,
            StringComparison.Ordinal
        );
        foreach (
            var expected in new[]
            {
                "A model called Task would clash",
                "The schemas A.Thing and B.Thing would both be called Thing.",
                "A form of a union has no name.",
                "Two forms of the union Same have the same shape",
                "The responses 200 and 201 have different schemas.",
                "The body has none of the content types",
            }
        )
        {
            Assert.Single(error.Details, line => line.Contains(expected, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_is_proposed_decides_it()
    {
        var open = Assert.Throws<SpecException>(() => Normalise("[]")).Details;
        var actions = new JArray(Proposals(open, "openapi/overlay.json").Select(JObject.Parse));
        var names = "{" + string.Join(',', Proposals(open, "openapi/names.json")) + "}";

        var decided = Normalise(actions.ToString(), names);

        Assert.Equal("TaskModel", decided.TypeOf("Task"));
    }

    [Fact]
    public void Nobody_is_asked_to_decide_more_than_a_thousand_things()
    {
        // Eleven underscores or hyphens between two letters are all the same word.
        var names = Enumerable
            .Range(0, 1_500)
            .Select(i => $"a{Convert.ToString(i, 2).PadLeft(11, '0').Replace('0', '_').Replace('1', '-')}b")
            .ToList();
        var yaml = Text[..Text.IndexOf("    Task:", StringComparison.Ordinal)].TrimEnd();
        var all = string.Join(", ", names.Select((name, i) => $"p{i}: {{$ref: '#/components/schemas/{name}'}}"));
        var schemas = names
            .Select(name => $"{name}: {{type: object}}")
            .Append($"All: {{type: object, properties: {{{all}}}}}");
        var description = DescriptionReader.Read(
            Encoding.UTF8.GetBytes(yaml + string.Concat(schemas.Select(schema => "\n    " + schema))),
            "open.yaml"
        );

        var error = Assert.Throws<SpecException>(() =>
            Normaliser.Run(description, new Decisions(), new NameRegistry())
        );

        Assert.Contains("More than 1000 decisions are needed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stale_line_has_the_id_of_the_successor()
    {
        var older = SmallDescription
            .Read(
                "Thing: {type: object}\nAdResponse: {type: object, properties: {id: {type: string}, name: {type: string}}}"
            )
            .Root;
        var newer = SmallDescription.Read(
            "Thing: {type: object}\nAd: {type: object, properties: {id: {type: string}, name: {type: string}}}"
        );
        var lines = Summaries.Parse(
            Encoding.UTF8.GetBytes("""{"schemas/AdResponse/id":"Gets the id.","schemas/Gone":"It is gone."}"""),
            "summaries.json"
        );
        var stale = new List<OpenDecision>();

        lines.Apply(newer.Root, stale.Add, Successors.Find(older, newer.Root));

        Assert.Equal(
            """{"schemas/Ad/id":"Gets the id."}""",
            stale[0].Proposal!.ToString(Newtonsoft.Json.Formatting.None)
        );
        Assert.Null(stale[1].Proposal);
    }

    [Theory]
    [InlineData("x-until", "0.9.0", false)]
    [InlineData("x-until", "1.0.0", true)]
    [InlineData("x-from", "1.0.0", true)]
    [InlineData("x-from", "1.1.0", false)]
    public void An_action_may_hold_until_a_release_or_from_one_on(string keyword, string version, bool holds)
    {
        var overlay = Overlay.Parse(
            Encoding.UTF8.GetBytes(
                $$"""{"overlay":"1.0.0","actions":[{"target":"$.components.schemas.Gone","{{keyword}}":"{{version}}","update":{} }]}"""
            ),
            "overlay.json"
        );
        var document = SmallDescription.Read("Thing: {type: object}").Root;
        document["info"]!["version"] = "1.0.0";
        var stale = new List<OpenDecision>();

        overlay.Apply(document, stale.Add);

        Assert.Equal(holds, stale.Count == 1);
    }

    private static IEnumerable<string> Proposals(IEnumerable<string> open, string file)
    {
        var marker = $"Proposal for {file}: ";
        return open.Where(line => line.Contains(marker, StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(marker, StringComparison.Ordinal) + marker.Length)..]);
    }

    private static NormalisedDescription Normalise(string actions, string names = "{}") =>
        Normaliser.Run(
            DescriptionReader.Read(Encoding.UTF8.GetBytes(Text), "open.yaml"),
            new Decisions
            {
                Names = ChosenNames.Parse(Encoding.UTF8.GetBytes(names), "names.json"),
                Overlays =
                [
                    Overlay.Parse(
                        Encoding.UTF8.GetBytes($$"""{"overlay":"1.0.0","actions":{{actions}} }"""),
                        "overlay.json"
                    ),
                ],
                StopsOnStale = true,
            },
            new NameRegistry()
        );
}
