using System.Text.Json;
using PactNet.Matchers;

namespace PactNet;

/// <summary>What the client sends.</summary>
public interface IRequestBuilderV4
{
    /// <summary>Names a state that the provider must be in.</summary>
    IRequestBuilderV4 Given(string providerState);

    /// <summary>
    /// Names a state that the provider must be in, with its parameters. A text that reads like a JSON value (7,
    /// true) is recorded as one.
    /// </summary>
    IRequestBuilderV4 Given(string providerState, IDictionary<string, string> parameters);

    /// <summary>Sets method and path. The path is without the base path of the API.</summary>
    IRequestBuilderV4 WithRequest(HttpMethod method, string path);

    /// <summary>Sets method and path. The path is without the base path of the API.</summary>
    IRequestBuilderV4 WithRequest(string method, string path);

    /// <summary>Adds a query parameter. A name that is added twice is expected twice, in this order.</summary>
    IRequestBuilderV4 WithQuery(string key, string value);

    /// <summary>Adds a query parameter whose value follows a rule.</summary>
    IRequestBuilderV4 WithQuery(string key, IMatcher matcher);

    /// <summary>Adds a header.</summary>
    IRequestBuilderV4 WithHeader(string key, string value);

    /// <summary>Adds a header whose value follows a rule.</summary>
    IRequestBuilderV4 WithHeader(string key, IMatcher matcher);

    /// <summary>Sets the body. A property that is not in it is not allowed in the request.</summary>
    IRequestBuilderV4 WithJsonBody(object? body);

    /// <summary>Sets the body and its content type.</summary>
    IRequestBuilderV4 WithJsonBody(object? body, string contentType);

    /// <summary>Sets the body and how it is written.</summary>
    IRequestBuilderV4 WithJsonBody(object? body, JsonSerializerOptions settings);

    /// <summary>Sets the body, how it is written, and its content type.</summary>
    IRequestBuilderV4 WithJsonBody(object? body, JsonSerializerOptions settings, string contentType);

    /// <summary>Sets a body as it is.</summary>
    /// <exception cref="ArgumentException">The content type is JSON's and the body is not.</exception>
    IRequestBuilderV4 WithBody(string body, string contentType);

    /// <summary>Starts to describe the response.</summary>
    /// <exception cref="InvalidOperationException">There is no request yet.</exception>
    IResponseBuilderV4 WillRespond();
}
