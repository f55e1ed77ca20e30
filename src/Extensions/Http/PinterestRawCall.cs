using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// A call that this version has no method for. It uses the same token, retries, rate limits, time-outs and telemetry as
/// other calls.
/// </summary>
/// <param name="Method">GET, POST, PUT, PATCH or DELETE. A failed POST is sent again only when it only reads.</param>
/// <param name="Path">
/// The path below the base address, for example <c>/pins/{pin_id}/notes</c>. It begins with a slash and has letters,
/// digits and <c>-._~</c> only. Put ids into <see cref="PathValues"/>; then telemetry counts the calls of all Pins together.
/// </param>
public sealed record PinterestRawCall(HttpMethod Method, string Path)
{
    private const int LongestPath = 2048;

    private static readonly HttpMethod[] Methods =
    [
        HttpMethod.Get,
        HttpMethod.Post,
        HttpMethod.Put,
        HttpMethod.Patch,
        HttpMethod.Delete,
    ];

    private static readonly IReadOnlyList<SecurityAlternative> AnyToken =
    [
        new("pinterest_oauth2", []),
        new("client_credentials", []),
    ];

    /// <summary>Gets the values of the names in braces of the path. They are escaped.</summary>
    public IReadOnlyDictionary<string, string> PathValues { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Gets the parameters of the query, in their order. They are escaped. A name may occur more than once.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>
    /// Gets what to send as JSON, or null for no body: a model of this library, or a <see cref="JToken"/>. Convert an
    /// object of your own with <c>JToken.FromObject</c>.
    /// </summary>
    public object? Body { get; init; }

    /// <summary>
    /// Gets the rate category under which the call is counted, for example <c>org_write</c>; null for a separate count.
    /// </summary>
    public string? RateCategory { get; init; }

    /// <summary>Gets whether a POST changes nothing, so that it may be sent again. A GET never changes anything.</summary>
    public bool IsRead { get; init; }

    /// <summary>Names the method and the path, without values, query or body.</summary>
    public override string ToString() => $"{Method} {Path}";

    /// <summary>Makes the request.</summary>
    /// <exception cref="ArgumentException">Something is wrong with the call.</exception>
    internal PinterestRequest ToRequest()
    {
        Check();
        var request = new PinterestRequest(ToOperation());
        foreach (var (name, value) in PathValues)
        {
            request.Add(name, value, nameof(PathValues));
        }

        foreach (var (name, value) in Query)
        {
            request.AddToQuery(name, value);
        }

        if (Body is not null)
        {
            request.SetBody(ToToken(Body));
        }

        return request;
    }

    private static JToken ToToken(object body) =>
        body switch
        {
            JToken token => token,
            PinterestModel or PinterestUnion => RequestText.ToToken(body),
            _ => throw new ArgumentException(
                $"The body is a {body.GetType()}, which is neither a model of this library nor a JToken. Convert "
                    + "it with "
                    + "JToken.FromObject(...).",
                nameof(Body)
            ),
        };

    private Operation ToOperation() =>
        new()
        {
            Id = ToString(),
            Method = Method,
            Path = Path,
            Group = "raw",
            Access = IsRead || Method == HttpMethod.Get ? OperationAccess.Read : OperationAccess.Write,
            Security = AnyToken,
            RateCategory = RateCategory,
            SuccessCodes = [],
            Parameters = [.. PathValues.Keys.Select(name => new OperationParameter(name, ParameterStyle.Path, true))],
            BodyType = Body is null ? null : "application/json",
        };

    private void Check()
    {
        if (!Methods.Contains(Method))
        {
            throw new ArgumentException($"{Method} is not GET, POST, PUT, PATCH or DELETE.", nameof(Method));
        }

        if (Body is not null && Method == HttpMethod.Get)
        {
            throw new ArgumentException("A GET has no body.", nameof(Body));
        }

        if (Path.Length > LongestPath || !Path.StartsWith('/'))
        {
            throw new ArgumentException(
                $"The path must begin with a slash and have at most {LongestPath} characters.",
                nameof(Path)
            );
        }

        foreach (var name in PathValues.Keys.Where(name => !Path.Contains($"{{{name}}}", StringComparison.Ordinal)))
        {
            throw new ArgumentException(
                $"The path does not contain '{{{name}}}'. Add it, or remove the value.",
                nameof(PathValues)
            );
        }

        // No step is empty, so that the path cannot name another host: //example.com.
        foreach (var step in Path.Split('/').Skip(1))
        {
            CheckStep(step);
        }
    }

    private void CheckStep(string step)
    {
        var isName = step.Length > 2 && step[0] == '{' && step[^1] == '}';
        var text = isName ? step[1..^1] : step;
        if (step is "" or "." or ".." || !text.All(IsPlain))
        {
            throw new ArgumentException(
                "A segment of the path is empty, is . or .., or contains other characters than letters, digits "
                    + "and -._~. "
                    + "Put values into PathValues and the query into Query.",
                nameof(Path)
            );
        }

        if (isName && !PathValues.ContainsKey(text))
        {
            throw new ArgumentException($"PathValues has no value for '{text}'.", nameof(Path));
        }
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';
}
