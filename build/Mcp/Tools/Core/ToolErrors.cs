using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>Tells errors to an agent: in our own words, with what to do, and whether something was changed.</summary>
internal static class ToolErrors
{
    private const int LongestSaid = 300;

    public static ToolError Of(Exception error, CallKind kind, DateTimeOffset now) =>
        error switch
        {
            ToolArgumentException => OfArguments(error.Message),
            AccessDeniedException denied => OfDenial(denied.Decision),
            ApprovalNeededException needed => OfApproval(needed.Approval),
            AuditStoreException => new ToolError
            {
                Kind = "LogUnavailable",
                WhatHappened = error.Message,
                WhatToDo = "Without a log no call is made. Tell the person who runs this server; do not try again.",
                Changed = Unsure(kind),
            },
            PinterestException refused => PinterestErrors.Of(refused, now),
            ArgumentException or FileNotFoundException or DirectoryNotFoundException => OfInput(error),
            IOException or UnauthorizedAccessException => new ToolError
            {
                Kind = "FileUnreadable",
                WhatHappened = "A file could not be read, or the server could not make its copy.",
                WhatToDo =
                    "Check that it is in the folder of the grant and can be read. If it is, the server's folder for temporary "
                    + "files is full: tell the person who runs this server.",
                Changed = Unsure(kind),
            },
            _ => new ToolError
            {
                Kind = "Failed",
                WhatHappened = $"The server failed ({error.GetType().Name}).",
                WhatToDo = "Do not repeat it without looking. Tell the person who runs this server.",
                Changed = Unsure(kind),
            },
        };

    public static ToolError UnknownTool { get; } =
        new()
        {
            Kind = "UnknownTool",
            WhatHappened = "There is no tool of that name.",
            WhatToDo = "List the tools, and take a name from there.",
        };

    private static ToolError OfArguments(string message) =>
        new()
        {
            Kind = "ArgumentsWrong",
            WhatHappened = $"The arguments cannot be used: {message}",
            WhatToDo = "Correct them and call again. Nothing was sent.",
        };

    // These come from checks of the client before it sends: its sentences name limits, not texts.
    private static ToolError OfInput(Exception error) =>
        error is ArgumentException
            ? OfArguments(WithoutParameter((ArgumentException)error))
            : new ToolError
            {
                Kind = "FileMissing",
                WhatHappened = "There is no such file.",
                WhatToDo = "Give the path of a file in the folder of the grant.",
            };

    private static string WithoutParameter(ArgumentException error) =>
        error.ParamName is { } name
            ? error.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
            : error.Message;

    private static ToolError OfDenial(CallDecision decision) =>
        new()
        {
            Kind = "Denied",
            WhatHappened = decision.Reason,
            WhatToDo =
                decision.Rule == CallApproval.ConfirmationRule
                    ? "Nothing was sent. A call without an answer is asked about anew."
                    : "Do not try another way. Only the person who owns the account can change what is granted.",
            Rule = decision.Rule,
        };

    private static ToolError OfApproval(Approval approval) =>
        approval.State is ApprovalState.Denied
            ? new ToolError
            {
                Kind = "Denied",
                WhatHappened = $"A person refused this call (approval {approval.Id}).",
                WhatToDo = "Do not ask again with the same arguments. Ask the person what they want instead.",
                Rule = "approval",
                ApprovalId = approval.Id,
            }
            : new ToolError
            {
                Kind = "ApprovalNeeded",
                WhatHappened =
                    $"The call waits for a person: approval {approval.Id}, until {approval.EndsAt.UtcDateTime:HH:mm} UTC.",
                WhatToDo =
                    "Tell the person that it waits. Once it is approved, call again with exactly the same arguments. "
                    + "No tool can approve it.",
                ApprovalId = approval.Id,
            };

    private static string Unsure(CallKind kind) => kind is CallKind.Read ? "no" : "unknown";

    /// <summary>Cuts what Pinterest said.</summary>
    public static string? Said(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : DataFence.Clean(text, LongestSaid);
}
