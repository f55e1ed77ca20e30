using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A description that is just large enough for a page: GET /things replies with things and a bookmark.</summary>
internal static class SmallPage
{
    /// <summary>Normalises it.</summary>
    /// <param name="id">The operationId.</param>
    public static NormalisedDescription Normalise(string id) =>
        SmallDescription.NormaliseText(
            $$$"""
            openapi: 3.0.3
            info: {title: small, version: 1.0.0}
            paths:
              /things:
                get:
                  operationId: {{{id}}}
                  tags: [things]
                  security: []
                  parameters:
                    - {name: bookmark, in: query, schema: {type: string}}
                    - {name: request, in: query, schema: {type: string}}
                  responses:
                    "200":
                      description: ok
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              items: {type: array, items: {$ref: "#/components/schemas/ThingResponse"}}
                              bookmark: {type: string}
            components:
              schemas:
                ThingResponse:
                  type: object
                  properties:
                    a: {type: string}
            """
        );
}
