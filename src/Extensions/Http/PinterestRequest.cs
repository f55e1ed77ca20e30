using System.Collections;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// One call: its operation, its parameters as they are sent, its body, and how often it was attempted.
/// </summary>
internal sealed partial class PinterestRequest(Operation operation)
{
    /// <summary>The content type of a form.</summary>
    public const string FormType = "application/x-www-form-urlencoded";

    private static readonly Dictionary<string, string> NoHeaders = [];

    private StringBuilder? _query;
    private string _path = operation.Path;
    private List<KeyValuePair<string, string>>? _headers;
    private IReadOnlyDictionary<string, string>? _extraHeaders;
    private Func<IEnumerable<KeyValuePair<string, string>>>? _form;

    public Operation Operation { get; } = operation;

    public Func<HttpContent>? Body { get; private set; }

    /// <summary>
    /// Gets whether the call has the same effect when it is sent again, as a PATCH or DELETE has. A repeated POST that
    /// creates makes a second object.
    /// </summary>
    public bool IsRepeatable => Operation.Method != HttpMethod.Post || Operation.Access is OperationAccess.Read;

    /// <summary>Gets or sets what makes the model of the body; null when no body is expected.</summary>
    public Func<PinterestRequest, BufferedResponse, JsonBudget, object>? Reader { get; set; }

    /// <summary>
    /// Gets or sets which JSON a caller needs that reads any; null when it judges the JSON, or its absence, itself.
    /// </summary>
    public JTokenType? ExpectedJson { get; set; }

    /// <summary>
    /// Gets or sets whether a response without any member is an error, because a Pin without an id is useless.
    /// </summary>
    public bool NeedsMembers { get; init; }

    /// <summary>Gets or sets whether the call was sent again with a renewed token already.</summary>
    public bool WasRenewed { get; set; }

    /// <summary>Gets or sets whether an attempt failed that may have had its effect.</summary>
    public bool HadUncertainAttempt { get; set; }

    /// <summary>Gets or sets how often it was attempted.</summary>
    public int Attempts { get; set; }

    /// <summary>Gets or sets the Authorization header of the present attempt, or null for none.</summary>
    public AuthenticationHeaderValue? Authorization { get; set; }

    /// <summary>Adds a parameter in the style that the operation declares for it. Null is left out.</summary>
    /// <exception cref="ArgumentNullException">The parameter is required.</exception>
    /// <exception cref="ArgumentException">A path parameter is empty or a step of a path.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of the limits of the parameter.</exception>
    public void Add(string name, object? value, [CallerArgumentExpression(nameof(value))] string? argument = null)
    {
        // The generated code has "options?.PageSize" there.
        argument = argument?[(argument.LastIndexOf('.') + 1)..];
        var parameter = Parameter(name);
        if (value is null)
        {
            if (parameter.IsRequired)
            {
                throw new ArgumentNullException(argument, $"{Operation.Id} requires '{name}'.");
            }

            return;
        }

        parameter.ThrowIfOutside(Operation, value, argument);
        switch (parameter.Style)
        {
            case ParameterStyle.Path:
                AddToPath(name, RequestText.Of(value), argument);
                break;
            case ParameterStyle.Header:
                (_headers ??= []).Add(new(name, RequestText.Of(value)));
                break;
            case ParameterStyle.Single:
                AddToQuery(name, RequestText.Of(value));
                break;
            case ParameterStyle.Repeated:
                AddList(name, value, joined: false);
                break;
            case ParameterStyle.Joined:
                AddList(name, value, joined: true);
                break;
            case ParameterStyle.DeepObject:
                AddObject(name, RequestText.ToToken(value));
                break;
            default:
                throw new NotSupportedException($"{parameter.Style} is not a style of a parameter.");
        }
    }

    /// <summary>Adds a query parameter if the operation has it and the call did not set it.</summary>
    public void AddDefault(string name, string value)
    {
        var pair = name + "=";
        var isGiven =
            _query?.ToString() is { } query
            && (
                query.StartsWith(pair, StringComparison.Ordinal) || query.Contains("&" + pair, StringComparison.Ordinal)
            );
        if (!isGiven && Operation.Parameters.Any(known => known.Name == name && known.Style is ParameterStyle.Single))
        {
            AddToQuery(name, value);
        }
    }

    /// <summary>Adds headers that the caller chose; checked.</summary>
    public void AddHeaders(IReadOnlyDictionary<string, string> headers)
    {
        if (headers.Count > 0)
        {
            _extraHeaders = headers;
        }
    }

    /// <summary>Sets the body.</summary>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    public void SetBody<T>(T body)
    {
        if (body is null)
        {
            throw new ArgumentNullException(nameof(body), $"{Operation.Id} requires a body.");
        }

        if (Operation.BodyType == FormType)
        {
            SetForm(() => RequestText.FormFields(RequestText.ToToken(body)));
        }
        else
        {
            Body = () => JsonBody.Of(body);
        }
    }

    /// <summary>Sets the fields of a form as body.</summary>
    public void SetForm(IReadOnlyList<KeyValuePair<string, string>> fields) => SetForm(() => fields);

    /// <summary>Makes the HTTP request. Each call makes a new one, since a request can be sent only once.</summary>
    public HttpRequestMessage ToHttpRequest(Uri baseAddress)
    {
        var address = baseAddress.AbsoluteUri.TrimEnd('/') + _path + (_query is null ? "" : "?" + _query);
        var request = new HttpRequestMessage(Operation.Method, new Uri(address)) { Content = Body?.Invoke() };
        foreach (var (name, value) in _headers ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        foreach (var (name, value) in _extraHeaders ?? NoHeaders)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private void SetForm(Func<IEnumerable<KeyValuePair<string, string>>> fields)
    {
        _form = fields;
        Body = () => new FormUrlEncodedContent(fields());
    }

    // A loop, because this runs for each argument of each call.
    private OperationParameter Parameter(string name)
    {
        var parameters = Operation.Parameters;
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Name == name)
            {
                return parameters[i];
            }
        }

        throw new ArgumentException($"{Operation.Id} has no parameter '{name}'.", nameof(name));
    }

    private void AddToPath(string name, string value, string? argument)
    {
        // '.' and '..' are steps of a path however they are escaped, and would lead to another operation.
        if (value is "" or "." or "..")
        {
            throw new ArgumentException(
                $"{Operation.Id} requires '{name}' as a part of the path; '{value}' is not possible.",
                argument
            );
        }

        _path = _path.Replace("{" + name + "}", Uri.EscapeDataString(value), StringComparison.Ordinal);
    }

    private void AddList(string name, object value, bool joined)
    {
        var items = value is IEnumerable list and not string
            ? list.Cast<object?>()
                .Where(item => item is not null)
                .Select(item => Uri.EscapeDataString(RequestText.Of(item!)))
            : [Uri.EscapeDataString(RequestText.Of(value))];
        if (joined)
        {
            var text = string.Join(',', items);
            if (text.Length > 0)
            {
                AppendPair(name, text);
            }

            return;
        }

        foreach (var item in items)
        {
            AppendPair(name, item);
        }
    }

    private void AddObject(string name, JToken value)
    {
        switch (value)
        {
            case JObject node:
                foreach (var member in node.Properties())
                {
                    AddObject($"{name}[{member.Name}]", member.Value);
                }

                break;
            case JArray list:
                foreach (var item in list)
                {
                    AddObject(name, item);
                }

                break;
            case JValue { Value: { } scalar }:
                AddToQuery(name, RequestText.Of(scalar));
                break;
        }
    }

    /// <summary>Adds a pair to the query, escaped.</summary>
    public void AddToQuery(string name, string value) => AppendPair(name, Uri.EscapeDataString(value));

    private void AppendPair(string name, string escaped)
    {
        if (_query is null)
        {
            _query = new StringBuilder();
        }
        else
        {
            _query.Append('&');
        }

        _query.Append(Uri.EscapeDataString(name)).Append('=').Append(escaped);
    }
}
