using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Core;
using Pinterest.OpenApi.Sandbox.MadeUp;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>
/// Answers the operations of the description: with an example where one is asked for, the core operations from the state,
/// the others from their schemas.
/// </summary>
internal sealed class OperationEndpoint(
    CoreOperations core,
    ExampleReplies examples,
    ServerAddress server,
    SandboxOptions options
)
{
    public Task InvokeAsync(HttpContext context)
    {
        var operation = context.Operation();
        var request = RequestReader.Read(context.Match()!, context.Request, context.ReceivedBody());
        var reply = Example(context) ?? Answer(context, request);
        if (options.CheckResponses)
        {
            ReplyCheck.Check(operation, reply);
        }

        return reply.ExecuteAsync(context);
    }

    private SandboxReply Answer(HttpContext context, ReadRequest request) =>
        core.Find(request.Operation.Id) is { } answer
            ? answer(new ApiCall(context.Caller(), request) { Origin = server.OriginFor(context.Request) })
            : ReplyMaker.Reply(request, options.Seed);

    private SandboxReply? Example(HttpContext context)
    {
        var operation = context.Operation();
        var preference = ExamplePreference.Read(context.Request.Headers[ExamplePreference.Header].ToString());

        // Without a schema nothing can be made up, so the example is all that the description says.
        var isWanted = options.ServeExamples || operation.Replies.GetValueOrDefault(operation.SuccessStatus) is null;
        if (preference is null && !(isWanted && core.Find(operation.Id) is null))
        {
            return null;
        }

        var example = examples.Find(operation, preference?.Name);
        if (example is not null)
        {
            context.Response.Headers[ExamplePreference.AppliedHeader] = "example";
        }

        return example;
    }
}
