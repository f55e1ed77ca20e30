using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Pacts.Parameters;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>Verifies that an operation allows a recorded request.</summary>
internal sealed class RequestVerification
{
    private const int Unauthorized = 401;
    private const int Forbidden = 403;
    private const int UnsupportedMediaType = 415;

    private readonly DescribedOperation _operation;
    private readonly RouteMatch<DescribedOperation> _match;
    private readonly PactRequest _request;
    private readonly ParameterValues _values;
    private readonly InteractionProblems _problems;

    private RequestVerification(RouteMatch<DescribedOperation> match, PactRequest request, InteractionProblems problems)
    {
        _operation = match.Operation!;
        _match = match;
        _request = request;
        _values = new ParameterValues(_operation.Model);
        _problems = problems;
    }

    /// <summary>Adds what the operation does not allow.</summary>
    /// <param name="match">The operation, with the values of its path parameters.</param>
    /// <param name="interaction">The interaction. What its response says is wrong with the request is not
    /// verified: a request that is answered with 401 need not show a credential.</param>
    /// <param name="problems">The list to add to.</param>
    public static void Verify(
        RouteMatch<DescribedOperation> match,
        PactInteraction interaction,
        InteractionProblems problems
    )
    {
        var request = interaction.Request;
        var verification = new RequestVerification(match, request, problems);
        verification.VerifyParameters();
        verification.VerifyUndeclared();
        if (interaction.Response.Status is not (Unauthorized or Forbidden))
        {
            problems.Add(match.Operation!.Credentials.Verify(request));
        }

        if (interaction.Response.Status is not UnsupportedMediaType)
        {
            BodyVerification.Verify(match.Operation!, request.Message, problems);
        }
    }

    private void VerifyParameters()
    {
        foreach (var parameter in _operation.Parameters)
        {
            var place = $"request.{parameter.Place}.{parameter.Name}";
            var reading = Read(parameter);
            if (reading.Problem is { } problem)
            {
                _problems.Add(place, reading.Recorded, "", $"'{parameter.Name}' {problem}");
            }
            else if (reading.Values.Count == 0)
            {
                if (parameter.IsRequired)
                {
                    _problems.Add(place, "", "required", $"'{parameter.Name}' is required");
                }
            }
            else if (parameter.Schema is { } schema && !IsAllowedEmpty(parameter))
            {
                VerifyValues(place, schema, reading);
            }
        }
    }

    private bool IsAllowedEmpty(DescribedParameter parameter) =>
        parameter.AllowsEmptyValue && _request.Query.GetValueOrDefault(parameter.Name) is [""];

    // Where a text can mean several values, one that is allowed is enough. Example: 7 is a list of one, and a number.
    private void VerifyValues(string place, Newtonsoft.Json.Linq.JToken schema, ParameterReading reading)
    {
        var results = reading
            .Values.Select(value =>
                (Value: value, Found: SchemaValidator.Validate(_operation.Model, schema, value, ValueDirection.Request))
            )
            .ToList();
        if (results.TrueForAll(result => result.Found.Count > 0))
        {
            _problems.Add(ValueProblems.Of(place, results[0].Value, results[0].Found));
        }
    }

    private ParameterReading Read(DescribedParameter parameter) =>
        parameter.Place switch
        {
            "path" => Text(parameter, _match.WrittenPathValues.GetValueOrDefault(parameter.Name), isEncoded: true),
            "header" => Text(parameter, _request.Message.Headers.GetValueOrDefault(parameter.Name)),
            "cookie" => _values.Read(parameter, _request.Message.Cookies, NamesBeside(parameter)),
            _ => _values.Read(parameter, _request.Query, NamesBeside(parameter)),
        };

    private ParameterReading Text(DescribedParameter parameter, string? text, bool isEncoded = false) =>
        text is null ? ParameterReading.Nothing : _values.Read(parameter, text, isEncoded);

    // The members of an exploded object stand beside the other parameters.
    private HashSet<string> NamesBeside(DescribedParameter parameter) =>
        [
            .. _operation
                .Parameters.Where(other => other != parameter && other.Place == parameter.Place)
                .Select(other => other.Name),
            .. _request.Query.Keys.Where(_operation.Credentials.Owns),
        ];

    private void VerifyUndeclared()
    {
        foreach (var (name, values) in _request.Query)
        {
            if (
                !_operation.Credentials.Owns(name)
                && !_operation.Parameters.Any(parameter =>
                    parameter.Place is "query" or "querystring" && _values.Owns(parameter, name)
                )
            )
            {
                _problems.Add(
                    $"request.query.{name}",
                    string.Join(',', values),
                    "",
                    $"{_operation.Id} has no parameter '{name}'"
                );
            }
        }
    }
}
