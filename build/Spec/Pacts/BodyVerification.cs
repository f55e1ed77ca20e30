using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>Verifies that an operation allows the body of a recorded request.</summary>
internal static class BodyVerification
{
    private const string Place = "request.body";

    /// <summary>Lists what the operation does not allow.</summary>
    public static IEnumerable<InteractionProblem> Verify(OperationSchemas operation, PactMessage recorded)
    {
        if (recorded.Body is not { } body)
        {
            return operation.NeedsBody
                ? [new InteractionProblem(Place, "", "required", $"{operation.Id} needs a body")]
                : [];
        }

        if (operation.Bodies.Count == 0)
        {
            return [new InteractionProblem(Place, body.PlainText(), "none", $"{operation.Id} takes no body")];
        }

        // Older pacts leave the content type of JSON out.
        var type = recorded.ContentType ?? "application/json";
        if (!operation.Bodies.TryGetValue(type, out var schema))
        {
            var known = string.Join(", ", operation.Bodies.Keys);
            var message = $"{operation.Id} does not take {type}";
            return [new InteractionProblem("request.header.Content-Type", type, known, message)];
        }

        if (schema is null)
        {
            return [];
        }

        var value = Decoded(type, body, schema);
        return ValueProblems.Of(Place, value, SchemaValidator.Validate(schema, value, ValueDirection.Request));
    }

    // A form is recorded as a text.
    private static JToken Decoded(string type, JToken body, EffectiveSchema schema) =>
        type == "application/x-www-form-urlencoded" && body is JValue { Value: string text }
            ? FormBody.Read(text, schema)
            : body;
}
