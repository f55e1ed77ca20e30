using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Pacts.Messages;
using Pinterest.OpenApi.Spec.Pacts.Parameters;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>
/// Verifies that an operation may return a recorded response. A pact leaves out what its consumer does not need.
/// </summary>
internal static class ResponseVerification
{
    /// <summary>Adds what the operation does not allow.</summary>
    public static void Verify(DescribedOperation operation, PactResponse response, InteractionProblems problems)
    {
        var status = response.Status.ToString(CultureInfo.InvariantCulture);
        if (ResponseStatus.Covering(operation.Responses, status) is not { } declared)
        {
            var known = string.Join(", ", operation.Responses.Keys);
            problems.Add("response.status", status, known, $"{operation.Id} does not answer {status}");
            return;
        }

        VerifyHeaders(operation.Model, response, declared, problems);
        if (response.Message.Body is { } body)
        {
            VerifyBody(operation, response, (declared["content"] as JObject ?? [], body), problems);
        }
    }

    private static void VerifyBody(
        DescribedOperation operation,
        PactResponse response,
        (JObject Content, JToken Body) compared,
        InteractionProblems problems
    )
    {
        var (content, body) = compared;
        if (content.Count == 0)
        {
            var message = $"{operation.Id} answers {response.Status} without a body";
            problems.Add("response.body", body.PlainText(), "none", message);
            return;
        }

        var type = response.Message.FullContentType ?? MediaTypes.Assumed(content, body);
        if (MediaTypes.Covering(content, type) is not { } declared)
        {
            var known = string.Join(", ", content.Properties().Select(one => one.Name));
            var name = response.Message.ContentType ?? type;
            problems.Add("response.header.Content-Type", name, known, $"{operation.Id} does not answer with {name}");
        }
        else if (declared.Value.Member("schema") is { } schema)
        {
            if (BodyValue.Read(operation.Model, type, declared.Value, body) is { } value)
            {
                problems.Add(
                    ValueProblems.Of(
                        "response.body",
                        value,
                        SchemaValidator.ValidateSubset(operation.Model, schema, value)
                    )
                );
            }
            else
            {
                problems.AddNotCompared($"a response body of {type} is not compared");
            }
        }
    }

    // Servers send more headers than a description declares, so only those that it declares are held against it.
    private static void VerifyHeaders(
        SchemaModel model,
        PactResponse response,
        JObject declared,
        InteractionProblems problems
    )
    {
        foreach (var header in (declared["headers"] as JObject)?.Properties() ?? [])
        {
            if (
                header.Value is not JObject written
                || header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
                || response.Message.Headers.GetValueOrDefault(header.Name) is not { } text
                || References.TryResolve(model.Root, written) is not { } node
            )
            {
                continue;
            }

            var described = DescribedParameter.OfHeader(header.Name, node);
            var reading = new ParameterValues(model).Read(described, text);
            var results = reading
                .Values.Select(value =>
                    (
                        Value: value,
                        Found: described.Schema is { } schema
                            ? SchemaValidator.Validate(model, schema, value, ValueDirection.Response)
                            : []
                    )
                )
                .ToList();
            if (results.Count > 0 && results.TrueForAll(result => result.Found.Count > 0))
            {
                problems.Add(ValueProblems.Of($"response.header.{header.Name}", results[0].Value, results[0].Found));
            }
        }
    }
}
