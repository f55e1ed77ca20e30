using System.Text;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>A description of one operation, GET /things, which takes the parameters of a test and replies with a Thing.</summary>
internal static class SmallOperation
{
    /// <summary>Reads it.</summary>
    /// <param name="parameters">The parameters, each a flow mapping of YAML.</param>
    /// <param name="schemas">The schemas, one a line; Thing among them.</param>
    public static Description Read(
        IEnumerable<string> parameters,
        string schemas = "Thing: {type: object, properties: {a: {type: string}}}"
    ) =>
        DescriptionReader.Read(
            Encoding.UTF8.GetBytes(
                $$$"""
                openapi: 3.0.3
                info: {title: small, version: 1.0.0}
                paths:
                  /things:
                    get:
                      operationId: things/get
                      tags: [things]
                      security: []
                      parameters: [{{{string.Join(", ", parameters)}}}]
                      responses:
                        "200":
                          description: ok
                          content:
                            application/json:
                              schema: {$ref: "#/components/schemas/Thing"}
                components:
                  schemas:
                    {{{schemas.Replace("\n", "\n    ", StringComparison.Ordinal)}}}
                """
            ),
            "small.yaml"
        );

    /// <summary>Normalises a description without decisions.</summary>
    public static NormalisedDescription Normalise(this Description description) =>
        Normaliser.Run(description, new Decisions { StopsOnStale = true }, new NameRegistry());
}
