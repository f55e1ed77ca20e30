using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Core;
using Pinterest.OpenApi.Sandbox.MadeUp;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>
/// Answers the operations of the description: the core operations from the state, the others from their schemas.
/// </summary>
internal sealed class OperationEndpoint(CoreOperations core, SandboxOptions options)
{
    public Task InvokeAsync(HttpContext context)
    {
        var operation = context.Operation();
        var request = RequestReader.Read(context.Match()!, context.Request, context.ReceivedBody());
        var reply = core.Find(operation.Id) is { } answer
            ? answer(new ApiCall(context.Caller(), request))
            : ReplyMaker.Reply(request, options.Seed);
        if (options.CheckResponses)
        {
            ReplyCheck.Check(operation, reply);
        }

        return reply.ExecuteAsync(context);
    }
}
