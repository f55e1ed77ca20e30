using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>
/// Verifies that an operation may return a recorded response. A pact leaves out what its consumer does not need.
/// </summary>
internal static class ResponseVerification
{
    public static void Verify(OperationSchemas operation, PactResponse response, List<InteractionProblem> problems)
    {
        var status = response.Status.ToString(CultureInfo.InvariantCulture);
        if (ResponseStatus.Covering(operation.Responses, status) is not { } declared)
        {
            var known = string.Join(", ", operation.Responses.Keys);
            problems.Add(
                new InteractionProblem("response.status", status, known, $"{operation.Id} does not answer {status}")
            );
        }
        else if (response.Message.Body is { } body)
        {
            problems.AddRange(VerifyBody(operation, response, body, declared));
        }
    }

    private static IEnumerable<InteractionProblem> VerifyBody(
        OperationSchemas operation,
        PactResponse response,
        JToken body,
        IReadOnlyDictionary<string, EffectiveSchema?> declared
    )
    {
        if (declared.Count == 0)
        {
            var message = $"{operation.Id} answers {response.Status} without a body";
            return [new InteractionProblem("response.body", body.PlainText(), "none", message)];
        }

        var type = response.Message.ContentType ?? (body is JContainer ? "application/json" : declared.Keys.First());
        if (!declared.TryGetValue(type, out var schema))
        {
            var known = string.Join(", ", declared.Keys);
            var message = $"{operation.Id} does not answer with {type}";
            return [new InteractionProblem("response.header.Content-Type", type, known, message)];
        }

        return schema is null
            ? []
            : ValueProblems.Of("response.body", body, SchemaValidator.ValidateSubset(schema, body));
    }
}
