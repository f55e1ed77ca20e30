using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>Is a recorded response one that the description allows? What the consumer does not need, it leaves out.</summary>
internal static class ResponseVerification
{
    public static void Verify(OperationSchemas operation, PactResponse response, List<ContractProblem> problems)
    {
        var status = response.Status.ToString(CultureInfo.InvariantCulture);
        var declared =
            operation.Responses.GetValueOrDefault(status)
            ?? operation.Responses.GetValueOrDefault($"{status[0]}XX")
            ?? Default(operation, response.Status);
        if (declared is null)
        {
            problems.Add(
                new ContractProblem(
                    "response.status",
                    status,
                    string.Join(", ", operation.Responses.Keys),
                    $"{operation.Id} does not answer {status}"
                )
            );
            return;
        }

        if (response.Message.Body is not { } body)
        {
            return;
        }

        if (declared.Count == 0)
        {
            problems.Add(
                new ContractProblem(
                    "response.body",
                    ContractVerifier.Text(body),
                    "none",
                    $"{operation.Id} answers {status} without a body"
                )
            );
            return;
        }

        var type = response.Message.ContentType ?? (body is JContainer ? "application/json" : declared.Keys.First());
        if (!declared.TryGetValue(type, out var schema))
        {
            problems.Add(
                new ContractProblem(
                    "response.header.Content-Type",
                    type,
                    string.Join(", ", declared.Keys),
                    $"{operation.Id} does not answer with {type}"
                )
            );
        }
        else if (schema is not null)
        {
            RequestVerification.Add(problems, "response.body", body, SchemaValidator.ValidateSubset(schema, body));
        }
    }

    // A default stands for what is not declared otherwise, and beside declared successes that is the errors.
    private static IReadOnlyDictionary<string, EffectiveSchema?>? Default(OperationSchemas operation, int status) =>
        status < 300 && operation.Replies.Count > 0 ? null : operation.Responses.GetValueOrDefault("default");
}
