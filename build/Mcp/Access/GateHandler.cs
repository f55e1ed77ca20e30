using System.Text.Json;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>
/// The last door before the network. It lets a request out only while a granted call runs, and only when it is one of the
/// operations of that call; an upload only to the address that Pinterest gave within the call.
/// </summary>
internal sealed class GateHandler : DelegatingHandler
{
    private const int MaxNamedAddress = 1024 * 1024;

    // Which member of a response names an address for what comes next, and how that address is called.
    private static readonly Dictionary<string, (string Member, HttpMethod Method)> Named = new()
    {
        ["media/create"] = ("upload_url", HttpMethod.Post),
        ["analytics/get_report"] = ("url", HttpMethod.Get),
        ["analytics/get_mmm_report"] = ("url", HttpMethod.Get),
        ["analytics/get_conversion_product_report"] = ("url", HttpMethod.Get),
        ["reports/get"] = ("url", HttpMethod.Get),
    };

    private readonly Uri _base;
    private readonly string _path;

    /// <summary>Makes the door.</summary>
    /// <param name="baseAddress">The address of the API.</param>
    /// <param name="inner">What sends. It must not follow redirects.</param>
    public GateHandler(Uri baseAddress, HttpMessageHandler inner)
        : base(inner)
    {
        _base = baseAddress;
        _path = baseAddress.AbsolutePath.TrimEnd('/');
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var scope = CallScope.Current ?? throw Refused("Nothing is sent outside of a granted call.");
        var address = request.RequestUri ?? throw Refused("A request without an address is not sent.");
        if (!IsBelowBase(address))
        {
            return await SendBesideAsync(scope, request, address, cancellationToken).ConfigureAwait(false);
        }

        var operation = OperationMatcher.Match(request.Method.Method, address.AbsolutePath[_path.Length..])?.Operation;
        if (operation is null)
        {
            throw Refused("The request is none of the operations of Pinterest.");
        }

        if (!scope.Allows(operation.Id))
        {
            throw Refused($"The operation {operation.Id} is not part of the call, or the call has ended.");
        }

        return await SendOperationAsync(scope, operation.Id, request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendOperationAsync(
        CallScope scope,
        string operation,
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        scope.Sending(operation);
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException error) when (IsBeforeSending(error))
        {
            scope.NotSent(operation);
            throw;
        }

        scope.Answered(operation, (int)response.StatusCode);
        if (response.IsSuccessStatusCode && Named.TryGetValue(operation, out var named))
        {
            await ReadAddressAsync(scope, response, named.Member, named.Method, cancellationToken)
                .ConfigureAwait(false);
        }

        return response;
    }

    // The token must not go to another host, whatever Pinterest names.
    private Task<HttpResponseMessage> SendBesideAsync(
        CallScope scope,
        HttpRequestMessage request,
        Uri address,
        CancellationToken cancellationToken
    ) =>
        scope.AllowsAddress(request.Method, address) && request.Headers.Authorization is null
            ? base.SendAsync(request, cancellationToken)
            : throw Refused("The address is neither Pinterest's API nor one that Pinterest named within the call.");

    private static async Task ReadAddressAsync(
        CallScope scope,
        HttpResponseMessage response,
        string member,
        HttpMethod method,
        CancellationToken cancellationToken
    )
    {
        await response.Content.LoadIntoBufferAsync(MaxNamedAddress, cancellationToken).ConfigureAwait(false);
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var json = JsonDocument.Parse(bytes);
            if (
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty(member, out var value)
                && value.ValueKind == JsonValueKind.String
                && Uri.TryCreate(value.GetString(), UriKind.Absolute, out var named)
            )
            {
                scope.AllowAddress(method, named);
            }
        }
        catch (JsonException)
        {
            // The client says what is wrong with the response.
        }
    }

    private bool IsBelowBase(Uri address) =>
        address.Scheme == _base.Scheme
        && address.Host == _base.Host
        && address.Port == _base.Port
        && address.UserInfo.Length == 0
        && address.AbsolutePath.StartsWith(_path + "/", StringComparison.Ordinal);

    private static bool IsBeforeSending(HttpRequestException error) =>
        error.HttpRequestError
            is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;

    private static AccessDeniedException Refused(string reason) =>
        new(new CallDecision(Verdict.Denied, "gate", reason));
}
