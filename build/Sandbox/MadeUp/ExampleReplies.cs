using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Sandbox.MadeUp;

/// <summary>Replies with the examples of a description. The pinned description has none.</summary>
internal sealed class ExampleReplies(ServedDescription description)
{
    private const int MostReferences = 8;
    private const string JsonType = "application/json";

    /// <summary>Gives the example of the successful reply of an operation; null when there is none.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="name">The name of the example; null for the first one.</param>
    /// <exception cref="SandboxError">400: there are examples, and none of this name.</exception>
    public SandboxReply? Find(OperationSchemas operation, string? name)
    {
        var status = operation.SuccessStatus;
        var response = Resolve(
            description
                .Root["paths"]
                .Member(operation.Facts.Path)
                .Member(operation.Facts.Method.ToLowerInvariant())
                .Member("responses")
                .Member(status.ToString(CultureInfo.InvariantCulture))
        );
        var content = response.Member("content").Member(JsonType);
        var named = content.Member("examples") as JObject;
        if (name is not null && named is { Count: > 0 } && !named.ContainsKey(name))
        {
            var known = string.Join(", ", named.Properties().Select(example => example.Name));
            throw SandboxError.Invalid($"There is no example '{name}'; the description has {known}.");
        }

        var chosen = name is null ? named?.Properties().FirstOrDefault()?.Value : named?[name];
        var body =
            content.Member("example")
            ?? Resolve(chosen).Member("value")
            ?? Resolve(content.Member("schema")).Member("example");
        return body is null ? null : SandboxReply.Json(status, body);
    }

    // Follows references to references, as far as any sensible description goes.
    private JToken? Resolve(JToken? token)
    {
        for (var i = 0; i < MostReferences && token.Member("$ref").Text() is { } reference; i++)
        {
            token = JsonPointer.Find(description.Root, reference);
        }

        return token;
    }
}
