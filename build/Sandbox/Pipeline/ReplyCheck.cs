using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>Compares a reply with the description.</summary>
internal static class ReplyCheck
{
    /// <exception cref="SpecException">The description does not allow the reply.</exception>
    public static void Check(OperationSchemas operation, SandboxReply reply)
    {
        if (!operation.Replies.TryGetValue(reply.Status, out var schema))
        {
            throw Wrong($"the status {reply.Status} is not declared");
        }

        if (operation.SuccessType is { } type && (schema is null || !ContentTypes.IsJson(type)))
        {
            // Any body will do where none is described, and nothing holds a picture against a schema.
            return;
        }

        if (schema is null || reply.Read() is not { } body)
        {
            if (!reply.Body.IsEmpty)
            {
                throw Wrong("a body where none is declared");
            }
        }
        else if (SchemaValidator.Validate(schema, body, ValueDirection.Response) is [var problem, ..])
        {
            throw Wrong(problem.ToString());
        }

        SpecException Wrong(string what) =>
            new(
                operation.Id,
                $"The sandbox returned a response that the description does not allow: {what}.",
                "This is a bug of the sandbox. Report it with the request."
            );
    }
}
