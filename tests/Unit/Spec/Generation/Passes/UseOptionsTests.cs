using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A method of many parameters takes its optional ones as a record, and keeps the form that it has.</summary>
public sealed class UseOptionsTests
{
    private const string Name = "ThingsGetOptions";

    [Theory]
    [InlineData(0, 6, null)]
    [InlineData(0, 7, Name)]
    [InlineData(5, 2, Name)]
    [InlineData(6, 1, null)]
    [InlineData(7, 0, null)]
    public void More_than_six_parameters_are_too_many(int required, int optional, string? expected) =>
        Assert.Equal(expected, OptionsOf(Normalise(required, optional)));

    [Theory]
    [InlineData(true, 1, Name)]
    [InlineData(true, 0, Name)]
    [InlineData(false, 9, null)]
    public void An_operation_that_the_lock_knows_keeps_its_form(bool hasOptions, int optional, string? expected)
    {
        var file = new JObject { [NameRegistry.ParameterOrder] = new JObject { ["things/get"] = "a" } };
        if (hasOptions)
        {
            file[NameRegistry.Options] = new JObject { ["things/get"] = Name };
        }

        Assert.Equal(expected, OptionsOf(Normalise(0, optional, file)));
    }

    [Theory]
    [InlineData("false", 9, null)]
    [InlineData("true", 1, Name)]
    public void A_decision_comes_first(string decision, int optional, string? expected)
    {
        var overlay = Overlay.Parse(
            Encoding.UTF8.GetBytes(
                $$$"""
                {"overlay":"1.0.0","actions":[{"target":"$.paths['/things'].get","description":"why",
                "update":{"x-csharp-uses-options":{{{decision}}}}}]}
                """
            ),
            "overlay.json"
        );

        Assert.Equal(expected, OptionsOf(Normalise(0, optional, decisions: new Decisions { Overlays = [overlay] })));
    }

    [Fact]
    public void Required_parameters_stay_and_optional_ones_become_properties()
    {
        var parameters = (JArray)Operation(Normalise(1, 6))["parameters"]!;

        Assert.Equal(
            ["", "O0", "O1", "O2", "O3", "O4", "O5"],
            parameters.Select(parameter => (string?)parameter["x-csharp-option-name"] ?? "")
        );
    }

    [Fact]
    public void A_name_that_a_model_has_needs_a_decision()
    {
        var error = Assert.Throws<SpecException>(() => Normalise(0, 7, thing: Name));

        Assert.Contains($"would be called {Name}", error.Message, StringComparison.Ordinal);
    }

    private static NormalisedDescription Normalise(
        int required,
        int optional,
        JObject? locked = null,
        Decisions? decisions = null,
        string thing = "Other"
    )
    {
        var parameters = Enumerable
            .Range(0, required)
            .Select(i => $"{{name: r{i}, in: query, required: true, schema: {{type: string}}}}")
            .Concat(Enumerable.Range(0, optional).Select(i => $"{{name: o{i}, in: query, schema: {{type: string}}}}"));
        return Normaliser.Run(
            SmallOperation.Read(
                parameters,
                $"Thing: {{type: object, properties: {{a: {{$ref: '#/components/schemas/{thing}'}}}}}}\n"
                    + $"{thing}: {{type: object, properties: {{b: {{type: string}}}}}}"
            ),
            decisions ?? new Decisions(),
            new NameRegistry(locked)
        );
    }

    private static string? OptionsOf(NormalisedDescription normalised)
    {
        var written = (string?)Operation(normalised)["x-csharp-options"];
        Assert.Equal(written, normalised.Names.Given(NameRegistry.Options, "things/get"));
        return written;
    }

    private static JToken Operation(NormalisedDescription normalised) => normalised.Root["paths"]!["/things"]!["get"]!;
}
