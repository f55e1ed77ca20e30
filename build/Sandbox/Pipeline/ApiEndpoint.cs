using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Core;
using Pinterest.OpenApi.Sandbox.Faults;
using Pinterest.OpenApi.Sandbox.MadeUp;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>Answers the operations of the description.</summary>
internal sealed class ApiEndpoint(SandboxServices services, SandboxOptions options)
{
    /// <summary>Where the API is.</summary>
    public const string BasePath = "/v5";

    public async Task<SandboxReply> AnswerAsync(
        HttpContext context,
        RouteMatch<OperationSchemas> match,
        SandboxFault? fault,
        ReadOnlyMemory<byte> body
    )
    {
        if (match.Operation is not { } operation)
        {
            if (match.AllowedMethods.Count == 0)
            {
                throw SandboxError.NoPath();
            }

            context.Response.Headers.Allow = string.Join(", ", match.AllowedMethods);
            throw new SandboxError(
                StatusCodes.Status405MethodNotAllowed,
                0,
                $"The path takes {string.Join(", ", match.AllowedMethods)}."
            );
        }

        if (fault is not null && await FaultMaker.BeforeAsync(fault, context).ConfigureAwait(false) is { } failed)
        {
            return failed;
        }

        if (fault?.Kind is FaultKind.FailedMedia)
        {
            lock (services.State.Gate)
            {
                services.Uploads.NextFailures++;
            }
        }

        var caller = services.Authenticator.Authenticate(context.Request, operation);
        services.Limits.Count(caller, operation.Facts.RateCategory, context.Response.Headers);
        var request = RequestReader.Read(match, context.Request, body);
        var reply = services.Core.Find(operation.Id) is { } answer
            ? answer(new ApiCall(caller, request))
            : MadeUp(request);
        if (options.ChecksReplies)
        {
            Check(operation, reply);
        }

        return fault is null
            ? reply
            : FaultMaker.Change(fault, reply, operation.Replies.GetValueOrDefault(reply.Status));
    }

    private SandboxReply MadeUp(ReadRequest request)
    {
        var status = request.Operation.SuccessStatus;
        return request.Operation.Replies.GetValueOrDefault(status) is { } schema
            ? SandboxReply.Json(status, ReplyMaker.Make(schema, request, options.Seed))
            : new SandboxReply(status, ReadOnlyMemory<byte>.Empty);
    }

    private static void Check(OperationSchemas operation, SandboxReply reply)
    {
        if (!operation.Replies.TryGetValue(reply.Status, out var schema))
        {
            throw Wrong($"the status {reply.Status} is not declared");
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
                $"The sandbox made a reply that the description does not allow: {what}.",
                "This is a mistake of the sandbox; report it with the request."
            );
    }
}
