using System.Text.Json;
using PactNet.Interop;
using PactNet.Matchers;

namespace PactNet;

/// <summary>Tells an interaction what the client sends.</summary>
internal sealed class RequestBuilder(Interaction interaction, JsonSerializerOptions defaults) : IRequestBuilderV4
{
    private bool _hasRequest;

    public IRequestBuilderV4 Given(string providerState) => Then(() => interaction.Given(providerState));

    public IRequestBuilderV4 Given(string providerState, IDictionary<string, string> parameters) =>
        Then(() => interaction.Given(providerState, parameters));

    public IRequestBuilderV4 WithRequest(HttpMethod method, string path)
    {
        ArgumentNullException.ThrowIfNull(method);
        return WithRequest(method.Method, path);
    }

    public IRequestBuilderV4 WithRequest(string method, string path)
    {
        _hasRequest = true;
        return Then(() => interaction.Request(method, path));
    }

    public IRequestBuilderV4 WithQuery(string key, string value) => Then(() => interaction.Query(key, value));

    public IRequestBuilderV4 WithQuery(string key, IMatcher matcher) => Then(() => interaction.Query(key, matcher));

    public IRequestBuilderV4 WithHeader(string key, string value) =>
        Then(() => interaction.Header(InteractionPart.Request, key, value));

    public IRequestBuilderV4 WithHeader(string key, IMatcher matcher) =>
        Then(() => interaction.Header(InteractionPart.Request, key, matcher));

    public IRequestBuilderV4 WithJsonBody(object? body) => WithJsonBody(body, defaults);

    public IRequestBuilderV4 WithJsonBody(object? body, string contentType) =>
        WithJsonBody(body, defaults, contentType);

    public IRequestBuilderV4 WithJsonBody(object? body, JsonSerializerOptions settings) =>
        Then(() => interaction.JsonBody(InteractionPart.Request, body, settings));

    public IRequestBuilderV4 WithJsonBody(object? body, JsonSerializerOptions settings, string contentType) =>
        Then(() => interaction.JsonBody(InteractionPart.Request, body, settings, contentType));

    public IRequestBuilderV4 WithBody(string body, string contentType) =>
        Then(() => interaction.Body(InteractionPart.Request, body, contentType));

    public IResponseBuilderV4 WillRespond() =>
        _hasRequest
            ? new ResponseBuilder(interaction, defaults)
            : throw new InvalidOperationException(
                $"The interaction {interaction.Identity} has no request yet. Call WithRequest before WillRespond."
            );

    private RequestBuilder Then(Action tell)
    {
        tell();
        return this;
    }
}
