using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>Verifies that an operation allows a recorded request.</summary>
internal sealed class RequestVerification
{
    private readonly OperationSchemas _operation;
    private readonly PactRequest _request;
    private readonly PactValues _values;
    private readonly List<InteractionProblem> _problems;

    private RequestVerification(
        RouteMatch<OperationSchemas> match,
        PactRequest request,
        List<InteractionProblem> problems
    )
    {
        _operation = match.Operation!;
        _request = request;
        _values = new PactValues(match.PathValues, request);
        _problems = problems;
    }

    /// <summary>Adds what the operation does not allow.</summary>
    /// <param name="match">The operation, with the values of its path parameters.</param>
    /// <param name="request">The recorded request.</param>
    /// <param name="schemes">The authentication schemes that the operation accepts: basic or bearer.</param>
    /// <param name="problems">The list to add to.</param>
    public static void Verify(
        RouteMatch<OperationSchemas> match,
        PactRequest request,
        HashSet<string> schemes,
        List<InteractionProblem> problems
    )
    {
        var verification = new RequestVerification(match, request, problems);
        verification.VerifyParameters();
        verification.VerifyUndeclared();
        verification.VerifyCredential(schemes);
        problems.AddRange(BodyVerification.Verify(match.Operation!, request.Message));
    }

    private void VerifyParameters()
    {
        foreach (var parameter in _operation.Parameters)
        {
            var place = Place(parameter);
            VerifyCount(parameter, place);
            if (ParameterReader.Read(parameter, _values) is not { } value)
            {
                if (parameter.Facts.IsRequired)
                {
                    Add(place, "", "required", $"'{parameter.Name}' is required");
                }
            }
            else if (parameter.Schema is { } schema)
            {
                _problems.AddRange(
                    ValueProblems.Of(place, value, SchemaValidator.Validate(schema, value, ValueDirection.Request))
                );
            }
        }
    }

    private static string Place(ParameterSchema parameter) =>
        parameter.Facts.Style switch
        {
            ParameterStyle.Path => $"request.path.{parameter.Name}",
            ParameterStyle.Header => $"request.header.{parameter.Name}",
            _ => $"request.query.{parameter.Name}",
        };

    // The client writes one value; a pact that records two of them was not recorded with it.
    private void VerifyCount(ParameterSchema parameter, string place)
    {
        if (
            parameter.Facts.Style is not (ParameterStyle.Single or ParameterStyle.Joined)
            || _values.InQuery(parameter.Name) is not { Count: > 1 } values
        )
        {
            return;
        }

        Add(
            place,
            string.Join(" and ", values),
            string.Join(',', values),
            parameter.Facts.Style is ParameterStyle.Joined
                ? $"'{parameter.Name}' is one value, joined by commas"
                : $"'{parameter.Name}' takes one value"
        );
    }

    private void VerifyUndeclared()
    {
        foreach (var (name, values) in _request.Query)
        {
            if (!_operation.Parameters.Any(parameter => Owns(parameter, name)))
            {
                Add(
                    $"request.query.{name}",
                    string.Join(',', values),
                    "",
                    $"{_operation.Id} has no parameter '{name}'"
                );
            }
        }
    }

    private static bool Owns(ParameterSchema parameter, string name) =>
        parameter.Facts.Style switch
        {
            ParameterStyle.Path or ParameterStyle.Header => false,
            ParameterStyle.DeepObject => name.StartsWith(parameter.Name + "[", StringComparison.Ordinal),
            _ => parameter.Name == name,
        };

    private void VerifyCredential(HashSet<string> schemes)
    {
        if (_operation.Facts.Security.Count == 0)
        {
            return;
        }

        const string place = "request.header.Authorization";
        var expected = string.Join(
            " or ",
            schemes.Order(StringComparer.Ordinal).Select(scheme => char.ToUpperInvariant(scheme[0]) + scheme[1..])
        );
        if (_values.InHeader("Authorization") is not { } sent)
        {
            Add(place, "", expected, $"{_operation.Id} needs a credential: {expected}");
        }
        else if (!schemes.Any(scheme => sent.StartsWith(scheme + " ", StringComparison.OrdinalIgnoreCase)))
        {
            Add(place, sent.Split(' ')[0], expected, $"{_operation.Id} needs a credential of the kind {expected}");
        }
    }

    private void Add(string place, string expected, string actual, string message) =>
        _problems.Add(new InteractionProblem(place, expected, actual, message));
}
