using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>
/// Refuses what Pinterest refuses to apps with trial access in production: to create a Pin, to save one, and to change one.
/// </summary>
internal sealed class TrialAccessMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        Refusal(context.Operation().Id) is { } refusal ? throw refusal : next(context);

    // To save a Pin is to create one on another board.
    private static SandboxError? Refusal(string operationId) =>
        operationId switch
        {
            "pins/create" or "pins/save" => SandboxError.TrialAccess(),
            "pins/update" => SandboxError.RestrictedFeature("pin_edit"),
            _ => null,
        };
}
