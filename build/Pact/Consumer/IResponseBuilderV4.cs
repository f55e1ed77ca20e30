using System.Net;
using System.Text.Json;
using PactNet.Matchers;

namespace PactNet;

/// <summary>What the provider answers.</summary>
public interface IResponseBuilderV4
{
    /// <summary>Sets the status.</summary>
    IResponseBuilderV4 WithStatus(HttpStatusCode status);

    /// <summary>Sets the status.</summary>
    IResponseBuilderV4 WithStatus(ushort status);

    /// <summary>Adds a header.</summary>
    IResponseBuilderV4 WithHeader(string key, string value);

    /// <summary>Adds a header whose value follows a rule.</summary>
    IResponseBuilderV4 WithHeader(string key, IMatcher matcher);

    /// <summary>Sets the body. The provider may answer with more properties.</summary>
    IResponseBuilderV4 WithJsonBody(object? body);

    /// <summary>Sets the body and how it is written.</summary>
    IResponseBuilderV4 WithJsonBody(object? body, JsonSerializerOptions settings);

    /// <summary>Sets a body as it is.</summary>
    /// <exception cref="ArgumentException">The content type is JSON's and the body is not.</exception>
    IResponseBuilderV4 WithBody(string body, string contentType);
}
