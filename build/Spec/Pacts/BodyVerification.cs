using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pacts.Messages;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>Verifies that an operation allows the body of a recorded request.</summary>
internal static class BodyVerification
{
    private const string Place = "request.body";

    /// <summary>Adds what the operation does not allow.</summary>
    public static void Verify(DescribedOperation operation, PactMessage recorded, InteractionProblems problems)
    {
        if (recorded.Body is not { } body)
        {
            if (operation.NeedsBody)
            {
                problems.Add(Place, "", "required", $"{operation.Id} requires a body");
            }

            return;
        }

        if (operation.BodyContent is not { Count: > 0 } content)
        {
            problems.Add(Place, body.PlainText(), "none", $"{operation.Id} takes no body");
            return;
        }

        // Older pacts leave the content type out.
        var type = recorded.FullContentType ?? MediaTypes.Assumed(content, body);
        if (MediaTypes.Covering(content, type) is not { } declared)
        {
            var known = string.Join(", ", content.Properties().Select(one => one.Name));
            var name = recorded.ContentType ?? type;
            problems.Add("request.header.Content-Type", name, known, $"{operation.Id} does not take {name}");
        }
        else if (declared.Value.Member("schema") is { } schema)
        {
            VerifyValue(
                (operation, schema),
                BodyValue.Read(operation.Model, type, declared.Value, body),
                type,
                problems
            );
        }
    }

    private static void VerifyValue(
        (DescribedOperation Operation, JToken Schema) declared,
        JToken? value,
        string type,
        InteractionProblems problems
    )
    {
        if (value is null)
        {
            problems.AddNotCompared($"a request body of {type} is not compared");
            return;
        }

        var found = SchemaValidator.Validate(declared.Operation.Model, declared.Schema, value, ValueDirection.Request);
        problems.Add(ValueProblems.Of(Place, value, found));
    }
}
