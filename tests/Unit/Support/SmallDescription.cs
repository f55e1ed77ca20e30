using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>A description that is just large enough for one rule: GET /things replies with the schema Thing.</summary>
internal static class SmallDescription
{
    public static string Yaml(string schemas, string operation = "") =>
        $$$"""
            openapi: 3.0.3
            info: {title: small, version: 1.0.0}
            paths:
              /things:
                get:
                  operationId: things/get
                  tags: [things]
                  security: []
                  responses:
                    "200":
                      description: ok
                      content:
                        application/json:
                          schema: {$ref: "#/components/schemas/Thing"}
            {{{Indent(operation, 8)}}}
            components:
              schemas:
            {{{Indent(schemas, 4)}}}
            """;

    public static Description Read(string schemas, string operation = "") =>
        DescriptionReader.Read(Encoding.UTF8.GetBytes(Yaml(schemas, operation)), "small.yaml");

    public static NormalisedDescription Normalise(string schemas, string operation = "", string actions = "[]")
    {
        var overlay = Overlay.Parse(
            Encoding.UTF8.GetBytes($$"""{"overlay":"1.0.0","actions":{{actions}}}"""),
            "overlay.json"
        );
        return Normalise(schemas, operation, new Decisions { Overlays = [overlay], StopsOnStale = true });
    }

    public static NormalisedDescription Normalise(string schemas, string operation, Decisions decisions) =>
        Normaliser.Run(Read(schemas, operation), decisions, new NameRegistry());

    /// <summary>Normalises a whole description, without decisions.</summary>
    public static NormalisedDescription NormaliseText(string yaml) =>
        Normaliser.Run(
            DescriptionReader.Read(Encoding.UTF8.GetBytes(yaml), "small.yaml"),
            new Decisions { StopsOnStale = true },
            new NameRegistry()
        );

    public static JObject Schema(this NormalisedDescription normalised, string name) =>
        (JObject)normalised.Root["components"]!["schemas"]![name]!;

    public static int Count(this NormalisedDescription normalised, string pass) =>
        normalised.Counts.First(count => count.Name == pass).Count;

    private static string Indent(string text, int spaces) =>
        string.Join('\n', text.Split('\n').Select(line => new string(' ', spaces) + line));
}
