using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.OAuth;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>Finds the caller, and refuses one without the scopes that the operation declares.</summary>
internal sealed class AuthenticationMiddleware(RequestDelegate next, Authenticator authenticator)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.SetCaller(authenticator.Authenticate(context.Request, context.Operation()));
        return next(context);
    }
}
