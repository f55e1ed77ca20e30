using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Unit.Spec.Diff;

/// <summary>A hostile description of a few hundred kilobytes does not hold a comparison up for minutes.</summary>
public sealed class DiffBoundsTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Thousands_of_costly_patterns_end_together()
    {
        var findings = await CompareAsync(side => new JObject(
            new JProperty("type", "object"),
            new JProperty(
                "properties",
                new JObject(
                    Enumerable
                        .Range(0, 3_000)
                        .Select(i => new JProperty(
                            $"p{i}",
                            new JObject(
                                new JProperty("type", "string"),
                                new JProperty("pattern", $"^(a|b)*a(a|b){{11}}{side}{i}$")
                            )
                        ))
                )
            )
        ));

        // What was not compared any more is told as a change that cannot be judged.
        Assert.Equal(3_000, findings.Count);
        Assert.Equal("pattern-changed", findings[^1].Rule.Id);
    }

    [Fact]
    public async Task Thousands_of_variants_end()
    {
        var findings = await CompareAsync(side => new JObject(
            new JProperty(
                "oneOf",
                new JArray(
                    Enumerable
                        .Range(0, 20_000)
                        .Select(i => new JObject(
                            new JProperty("type", "object"),
                            new JProperty("required", new JArray($"p{side}{i}")),
                            new JProperty(
                                "properties",
                                new JObject(new JProperty($"p{side}{i}", new JObject(new JProperty("type", "string"))))
                            )
                        ))
                )
            )
        ));

        Assert.True(findings.Count >= 40_000);
    }

    [Fact]
    public void A_list_of_hundreds_of_ways_to_authenticate_is_refused()
    {
        var sides = new Sides<string>("a", "b").Select(side => WithSecurity(side, 201));

        var error = Assert.Throws<SpecException>(() => DescriptionDiff.Compare(sides.Base, sides.Revision));

        Assert.Contains("#/paths/~1a/get/security: It lists 201 ways", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_ways_to_authenticate_within_the_bound_is_compared()
    {
        var sides = new Sides<string>("a", "b").Select(side => WithSecurity(side, 200));

        var findings = DescriptionDiff.Compare(sides.Base, sides.Revision).Findings;

        Assert.Equal("security-tightened", Assert.Single(findings).Rule.Id);
    }

    private static Description WithSecurity(string side, int ways)
    {
        var root = JObject.Parse(Encoding.UTF8.GetString(Bytes([])));
        root["paths"]!["/a"]!["get"]!["security"] = new JArray(
            Enumerable.Range(0, ways).Select(i => new JObject { [$"{side}{i}"] = new JArray() })
        );
        return DescriptionReader.ReadForComparison(Encoding.UTF8.GetBytes(root.ToString()), "a.json");
    }

    private static async Task<IReadOnlyList<Finding>> CompareAsync(Func<string, JObject> schema)
    {
        var sides = new Sides<string>("", "x").Select(side =>
            DescriptionReader.ReadForComparison(Bytes(schema(side)), "a.json")
        );
        using var stop = new CancellationTokenSource();
        try
        {
            var diff = await Task.Run(() => DescriptionDiff.Compare(sides.Base, sides.Revision, stop.Token))
                .WaitAsync(Limit);
            return diff.Findings;
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private static byte[] Bytes(JObject schema)
    {
        var root = JObject.Parse(
            """
            {
              "openapi": "3.0.3",
              "info": { "title": "t", "version": "1.0.0" },
              "paths": { "/a": { "get": { "operationId": "a/get", "responses": { "200": { "description": "",
                "content": { "application/json": { "schema": { "$ref": "#/components/schemas/A" } } } } } } } },
              "components": { "schemas": {} }
            }
            """
        );
        root["components"]!["schemas"]!["A"] = schema;
        return Encoding.UTF8.GetBytes(root.ToString());
    }
}
