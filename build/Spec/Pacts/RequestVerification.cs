using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>Is a recorded request allowed?</summary>
internal static class RequestVerification
{
    public static void Verify(
        OperationSchemas operation,
        IReadOnlyDictionary<string, string> pathValues,
        PactRequest request,
        HashSet<string> schemes,
        List<ContractProblem> problems
    )
    {
        foreach (var parameter in operation.Parameters)
        {
            VerifyParameter(parameter, pathValues, request, problems);
        }

        foreach (var (name, values) in request.Query)
        {
            if (!operation.Parameters.Any(parameter => Owns(parameter, name)))
            {
                problems.Add(
                    new ContractProblem(
                        $"request.query.{name}",
                        string.Join(',', values),
                        "",
                        $"{operation.Id} has no parameter '{name}'"
                    )
                );
            }
        }

        VerifyCredential(operation, request, schemes, problems);
        VerifyBody(operation, request.Message, problems);
    }

    private static bool Owns(ParameterSchema parameter, string name) =>
        parameter.Facts.Style switch
        {
            ParameterStyle.Path or ParameterStyle.Header => false,
            ParameterStyle.DeepObject => name.StartsWith(parameter.Name + "[", StringComparison.Ordinal),
            _ => parameter.Name == name,
        };

    private static void VerifyParameter(
        ParameterSchema parameter,
        IReadOnlyDictionary<string, string> pathValues,
        PactRequest request,
        List<ContractProblem> problems
    )
    {
        var place =
            $"request.{(parameter.Facts.Style is ParameterStyle.Path ? "path" : parameter.Facts.Style is ParameterStyle.Header ? "header" : "query")}.{parameter.Name}";
        if (Value(parameter, pathValues, request, place, problems) is not { } value)
        {
            if (parameter.Facts.IsRequired)
            {
                problems.Add(new ContractProblem(place, "", "required", $"'{parameter.Name}' is required"));
            }

            return;
        }

        if (parameter.Schema is { } schema)
        {
            Add(problems, place, value, SchemaValidator.Validate(schema, value, ValueDirection.Request));
        }
    }

    private static JToken? Value(
        ParameterSchema parameter,
        IReadOnlyDictionary<string, string> pathValues,
        PactRequest request,
        string place,
        List<ContractProblem> problems
    )
    {
        switch (parameter.Facts.Style)
        {
            case ParameterStyle.Path:
                return pathValues.TryGetValue(parameter.Name, out var step)
                    ? ParameterSchema.Typed(parameter.Schema, step)
                    : null;
            case ParameterStyle.Header:
                return request.Message.Headers.TryGetValue(parameter.Name, out var header)
                    ? ParameterSchema.Typed(parameter.Schema, header)
                    : null;
            case ParameterStyle.DeepObject:
                return parameter.DeepObject(
                    request.Query.Select(entry =>
                        KeyValuePair.Create(entry.Key, entry.Value is [.., var last] ? last : "")
                    )
                );
        }

        if (!request.Query.TryGetValue(parameter.Name, out var values) || values.Count == 0)
        {
            return null;
        }

        if (parameter.Facts.Style is not ParameterStyle.Repeated && values.Count > 1)
        {
            problems.Add(
                new ContractProblem(
                    place,
                    string.Join(" and ", values),
                    string.Join(',', values),
                    parameter.Facts.Style is ParameterStyle.Joined
                        ? $"'{parameter.Name}' is one value, joined by commas"
                        : $"'{parameter.Name}' takes one value"
                )
            );
        }

        if (parameter.Facts.Style is ParameterStyle.Single)
        {
            return ParameterSchema.Typed(parameter.Schema, values[^1]);
        }

        var items =
            parameter.Facts.Style is ParameterStyle.Joined ? values.SelectMany(value => value.Split(',')) : values;
        return new JArray(items.Select(item => ParameterSchema.Typed(parameter.Schema?.Items, item)));
    }

    private static void VerifyCredential(
        OperationSchemas operation,
        PactRequest request,
        HashSet<string> schemes,
        List<ContractProblem> problems
    )
    {
        if (operation.Facts.Security.Count == 0)
        {
            return;
        }

        var expected = string.Join(
            " or ",
            schemes.Order(StringComparer.Ordinal).Select(scheme => char.ToUpperInvariant(scheme[0]) + scheme[1..])
        );
        if (!request.Message.Headers.TryGetValue("Authorization", out var sent))
        {
            problems.Add(
                new ContractProblem(
                    "request.header.Authorization",
                    "",
                    expected,
                    $"{operation.Id} needs a credential: {expected}"
                )
            );
        }
        else if (!schemes.Any(scheme => sent.StartsWith(scheme + " ", StringComparison.OrdinalIgnoreCase)))
        {
            problems.Add(
                new ContractProblem(
                    "request.header.Authorization",
                    sent.Split(' ')[0],
                    expected,
                    $"{operation.Id} needs a credential of the kind {expected}"
                )
            );
        }
    }

    private static void VerifyBody(OperationSchemas operation, PactMessage message, List<ContractProblem> problems)
    {
        if (message.Body is not { } body)
        {
            if (operation.NeedsBody)
            {
                problems.Add(new ContractProblem("request.body", "", "required", $"{operation.Id} needs a body"));
            }

            return;
        }

        if (operation.Bodies.Count == 0)
        {
            problems.Add(
                new ContractProblem(
                    "request.body",
                    ContractVerifier.Text(body),
                    "none",
                    $"{operation.Id} takes no body"
                )
            );
            return;
        }

        // Older pacts leave the content type of JSON out.
        var type = message.ContentType ?? "application/json";
        if (!operation.Bodies.TryGetValue(type, out var schema))
        {
            problems.Add(
                new ContractProblem(
                    "request.header.Content-Type",
                    type,
                    string.Join(", ", operation.Bodies.Keys),
                    $"{operation.Id} does not take {type}"
                )
            );
            return;
        }

        if (schema is not null)
        {
            Add(
                problems,
                "request.body",
                Form(type, body),
                SchemaValidator.Validate(schema, Form(type, body), ValueDirection.Request)
            );
        }
    }

    private static JToken Form(string type, JToken body) =>
        type == "application/x-www-form-urlencoded" && body is JValue { Value: string text }
            ? new JObject(
                text.Split('&', StringSplitOptions.RemoveEmptyEntries)
                    .Select(pair => pair.Split('=', 2))
                    .GroupBy(pair => Decode(pair[0]), StringComparer.Ordinal)
                    .Select(group => new JProperty(group.Key, Decode(group.Last().ElementAtOrDefault(1) ?? "")))
            )
            : body;

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    /// <summary>Adds what a schema does not allow.</summary>
    public static void Add(
        List<ContractProblem> problems,
        string place,
        JToken value,
        IReadOnlyList<SchemaProblem> found
    )
    {
        foreach (var problem in found)
        {
            var at =
                problem.Place.Length == 0 ? place
                : problem.Place[0] == '[' ? place + problem.Place
                : $"{place}.{problem.Place}";
            problems.Add(new ContractProblem(at, Recorded(value, problem.Place), "", problem.Message));
        }
    }

    private static string Recorded(JToken value, string place)
    {
        try
        {
            return (place.Length == 0 ? value : value.SelectToken(place)) is { } at ? ContractVerifier.Text(at) : "";
        }
        catch (Newtonsoft.Json.JsonException)
        {
            // A member whose name is no path.
            return "";
        }
    }
}
