using System.Net;
using System.Text.Json;
using PactNet.Interop;
using PactNet.Matchers;

namespace PactNet;

/// <summary>Tells an interaction what the provider answers.</summary>
internal sealed class ResponseBuilder(Interaction interaction, JsonSerializerOptions defaults) : IResponseBuilderV4
{
    public IResponseBuilderV4 WithStatus(HttpStatusCode status) => WithStatus((ushort)status);

    public IResponseBuilderV4 WithStatus(ushort status) => Then(() => interaction.Status(status));

    public IResponseBuilderV4 WithHeader(string key, string value) =>
        Then(() => interaction.Header(InteractionPart.Response, key, value));

    public IResponseBuilderV4 WithHeader(string key, IMatcher matcher) =>
        Then(() => interaction.Header(InteractionPart.Response, key, matcher));

    public IResponseBuilderV4 WithJsonBody(object? body) => WithJsonBody(body, defaults);

    public IResponseBuilderV4 WithJsonBody(object? body, JsonSerializerOptions settings) =>
        Then(() => interaction.JsonBody(InteractionPart.Response, body, settings));

    public IResponseBuilderV4 WithBody(string body, string contentType) =>
        Then(() => interaction.Body(InteractionPart.Response, body, contentType));

    private ResponseBuilder Then(Action tell)
    {
        tell();
        return this;
    }
}
