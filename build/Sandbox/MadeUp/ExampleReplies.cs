using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Sandbox.MadeUp;

/// <summary>Replies with the examples of a description. The pinned description has none.</summary>
internal sealed class ExampleReplies(ServedDescription description)
{
    private const int MostReferences = 8;

    /// <summary>Gives the example of the successful reply of an operation; null when there is none.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="name">The name of the example; null for the first one.</param>
    /// <exception cref="SandboxError">400: there are examples, and none of this name.</exception>
    public SandboxReply? Find(OperationSchemas operation, string? name)
    {
        var status = operation.SuccessStatus;
        var listed = operation.SuccessType ?? "";
        var content = operation.SuccessNode.Member("content").Member(listed);
        var named = content.Member("examples") as JObject;
        if (name is not null && named is { Count: > 0 } && !named.ContainsKey(name))
        {
            var known = string.Join(", ", named.Properties().Select(example => example.Name));
            throw SandboxError.Invalid($"There is no example '{name}'; the description has {known}.");
        }

        var chosen = name is null ? named?.Properties().FirstOrDefault()?.Value : named?[name];
        var body =
            content.Member("example") ?? Resolve(chosen).Member("value") ?? OfSchema(Resolve(content.Member("schema")));
        return body is null || !ContentTypes.IsJson(listed)
            ? null
            : SandboxReply.Json(status, body) with
            {
                ContentType = ContentTypes.Sent(listed),
            };
    }

    // 3.1 lists examples, and 3.0 has one.
    private static JToken? OfSchema(JToken? schema) =>
        schema.Member("example") ?? (schema.Member("examples") as JArray)?.FirstOrDefault();

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
