using Pinterest.OpenApi.Spec.Changelog;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Changelog;

/// <summary>Flags held against our verdict: each reason is computed from the two descriptions.</summary>
public sealed class FlagComparisonTests
{
    [Theory]
    [InlineData("GET /houses", "", "2 flattening")]
    [InlineData("POST /houses", "", "1 already-required, 1 not-sent")]
    [InlineData("GET /houses/{house_id}", "Breaking", "1 confirmed, 1 response-only-widening")]
    [InlineData("GET /houses/{house_id}/owner", "PotentiallyBreaking", "1 response-only-widening")]
    [InlineData("PATCH /houses/{house_id}", "Breaking", "1 moved-into-variants")]
    [InlineData("GET /doors", "PotentiallyBreaking", "1 potentially-breaking")]
    [InlineData("POST /doors", "", "1 compatible")]
    [InlineData("GET /doors/{door_id}", "", "1 not-in-descriptions, 1 unexplained")]
    [InlineData("DELETE /doors/{door_id}", "Breaking", "1 invisible-to-their-differ")]
    [InlineData("GET /windows", "Compatible", "")]
    public void Each_operation_has_our_verdict_and_the_reasons(string operation, string verdict, string reasons)
    {
        var row = Houses.Compare().Operations.Single(row => row.Operation == operation);

        Assert.Equal(
            (verdict, reasons),
            (row.Verdict.ToString(), string.Join(", ", row.Reasons.Select(one => $"{one.Count} {one.Reason.Word()}")))
        );
    }

    [Fact]
    public void A_verdict_is_that_of_the_operation_and_not_of_others_that_share_a_schema()
    {
        const string Shared = """
            openapi: 3.0.3
            info: { title: Shared, version: 1.0.0 }
            paths:
              /colours:
                get:
                  responses:
                    "200":
                      description: A colour
                      content: { application/json: { schema: { $ref: "#/components/schemas/Colour" } } }
                post:
                  requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Colour" } } } }
                  responses: { "204": { description: Done } }
            components:
              schemas:
                Colour: { type: object, properties: { name: { type: string, enum: [RED, BLUE] } } }
            """;
        var comparison = FlagComparison.Of(
            new Sides<string>(Shared, Shared.Replace("[RED, BLUE]", "[RED]", StringComparison.Ordinal)).Select(Read),
            new FlagSet
            {
                From = "1.0.0",
                To = "1.1.0",
                Endpoints =
                [
                    Endpoint("GET /colours", "response 200", LineKind.EnumValueRemoved, "name"),
                    Endpoint("POST /colours", "request", LineKind.EnumValueRemoved, "name"),
                    Endpoint("PUT /colours", "request", LineKind.EnumValueRemoved, "name"),
                ],
            }
        );

        Assert.Equal(
            [
                "GET /colours Compatible Compatible",
                "POST /colours Breaking Confirmed",
                "PUT /colours  NotInDescriptions",
            ],
            comparison.Operations.Select(row => $"{row.Operation} {row.Verdict} {row.Reasons.Single().Reason}")
        );
    }

    [Fact]
    public void A_place_in_a_circular_union_ends()
    {
        const string Circle = """
            openapi: 3.0.3
            info: { title: Circle, version: 1.0.0 }
            paths:
              /nodes:
                post:
                  requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Node" } } } }
                  responses: { "204": { description: Done } }
            components:
              schemas:
                Node: { oneOf: [{ $ref: "#/components/schemas/Node" }, { $ref: "#/components/schemas/Leaf" }] }
                Leaf: { type: object, properties: { next: { $ref: "#/components/schemas/Node" } } }
            """;
        var far = string.Concat(Enumerable.Repeat("next/", 1000)) + "none";
        var comparison = FlagComparison.Of(
            new Sides<string>(Circle, Circle).Select(Read),
            new FlagSet
            {
                From = "1.0.0",
                To = "1.1.0",
                Endpoints = [Endpoint("POST /nodes", "request", LineKind.PropertyRemoved, far)],
            }
        );

        Assert.Equal(FlagReason.NotInDescriptions, comparison.Operations.Single().Reasons.Single().Reason);
    }

    [Fact]
    public void The_flags_from_5_23_0_to_5_28_0_are_held_against_our_verdict()
    {
        var store = new ReleaseStore(Repository.Layout.OpenApi);
        var flags = FlagLedger.Find(Repository.Layout, "5.23.0", "5.28.0");
        var descriptions = new Sides<string>("5.23.0", "5.28.0").Select(store.ReadForComparison);

        var comparison = FlagComparison.Of(descriptions, flags);

        // To approve others, set PINTEREST_APPROVE=1, run the test, and read what changed.
        var file = Houses.PathOf("../Approved/5.23.0-5.28.0.txt");
        var text = FlagReports.Print(comparison, "text") + "\n";
        if (Environment.GetEnvironmentVariable("PINTEREST_APPROVE") == "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.Equal((145, 4098), (comparison.FlaggedOperations, comparison.FlaggedLines));
        Assert.Equal(File.ReadAllText(file), text);
    }

    [SharedFact]
    public void The_ledger_has_the_flags_from_5_23_0_to_5_28_0_as_they_were_published()
    {
        var published = PinterestChangelog.Read(Path.Combine(Repository.Shared, "openapi", "changelog-5.23-5.28.md"));

        Assert.Equal(
            FlagJson.Write(FlagSet.Of(published)).ToString(),
            FlagJson.Write(FlagLedger.Find(Repository.Layout, "5.23.0", "5.28.0")).ToString()
        );
    }

    private static Description Read(string yaml) =>
        DescriptionReader.ReadForComparison(System.Text.Encoding.UTF8.GetBytes(yaml), "small.yaml");

    private static ChangelogEndpoint Endpoint(string name, string part, LineKind kind, string place) =>
        new()
        {
            Name = name,
            State = EndpointState.Changed,
            Lines =
            [
                new(
                    new ChangelogLine
                    {
                        In = part,
                        Kind = kind,
                        Places = [place],
                    },
                    1
                ),
            ],
            Other = 0,
        };
}
