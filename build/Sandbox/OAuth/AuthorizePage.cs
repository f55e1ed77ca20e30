using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.OAuth;

/// <summary>The page on which the user allows an app what it asks for: GET shows it, POST is its buttons.</summary>
internal sealed class AuthorizePage(
    TokenTable tokens,
    IReadOnlyCollection<string> knownScopes,
    string userId,
    bool approvesAtOnce
)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/oauth/";

    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;margin:3rem auto;max-width:30rem;padding:0 1rem;color:#111}h1{font-size:1.4rem}li{font-family:ui-monospace,monospace}button{font:inherit;padding:.5rem 1.2rem;border:0;border-radius:1.5rem;margin-right:.5rem;cursor:pointer}.allow{background:#b00020;color:#fff}";

    // Buttons pressed from another site are refused: the page carries this word in its form.
    private readonly string _formToken = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private sealed record Asked(string RedirectUri, IReadOnlyList<string> Scopes, string? State);

    public SandboxReply Answer(HttpRequest request, ReadOnlyMemory<byte> body, IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Frame-Options"] = "DENY";
        var isPost = HttpMethods.IsPost(request.Method);
        if (!isPost && !HttpMethods.IsGet(request.Method))
        {
            return Problem(StatusCodes.Status405MethodNotAllowed, "The page takes GET and POST.");
        }

        var fields = isPost
            ? QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span))
            : request.Query.ToDictionary(entry => entry.Key, entry => entry.Value);
        string? Field(string name) => fields.TryGetValue(name, out var value) ? value.ToString() : null;
        if (Read(Field, out var problem) is not { } asked)
        {
            return Problem(StatusCodes.Status400BadRequest, problem!);
        }

        if (!isPost && !approvesAtOnce)
        {
            return Page(asked);
        }

        if (isPost && Field("form_token") != _formToken)
        {
            return Problem(StatusCodes.Status400BadRequest, "The form is out of date. Open the page again.");
        }

        headers.Location =
            isPost && Field("answer") != "allow"
                ? Return(asked, "error", "access_denied")
                : Return(asked, "code", Code(asked));
        return new SandboxReply(StatusCodes.Status302Found, ReadOnlyMemory<byte>.Empty);
    }

    private string Code(Asked asked) =>
        tokens.Issue(GrantKind.Code, userId, asked.Scopes, redirectUri: asked.RedirectUri).Id;

    private Asked? Read(Func<string, string?> field, out string? problem)
    {
        problem = null;
        if (field("client_id") != tokens.App.Id)
        {
            problem = $"client_id is not the app's; here it is {tokens.App.Id}.";
        }
        else if (
            !Uri.TryCreate(field("redirect_uri"), UriKind.Absolute, out var redirect)
            || redirect.Scheme is not ("http" or "https")
            || redirect.Fragment.Length > 0
        )
        {
            problem = "redirect_uri must be an absolute http or https address without a fragment.";
        }
        else if (field("response_type") != "code")
        {
            problem = "response_type must be code.";
        }

        if (problem is not null)
        {
            return null;
        }

        try
        {
            var scopes = OAuthOperations.ReadScopes(field("scope"), knownScopes);
            if (scopes.Count > 0)
            {
                return new Asked(field("redirect_uri")!, scopes, field("state"));
            }

            problem = "scope must name at least one scope.";
        }
        catch (SandboxError error)
        {
            problem = error.Message;
        }

        return null;
    }

    private static string Return(Asked asked, string name, string value)
    {
        var address = QueryHelpers.AddQueryString(asked.RedirectUri, name, value);
        return asked.State is { } state ? QueryHelpers.AddQueryString(address, "state", state) : address;
    }

    private SandboxReply Page(Asked asked)
    {
        var host = WebUtility.HtmlEncode(new Uri(asked.RedirectUri).Authority);
        var scopes = string.Concat(asked.Scopes.Select(scope => $"<li>{WebUtility.HtmlEncode(scope)}</li>"));
        var fields = new (string Name, string? Value)[]
        {
            ("client_id", tokens.App.Id),
            ("redirect_uri", asked.RedirectUri),
            ("response_type", "code"),
            ("scope", string.Join(',', asked.Scopes)),
            ("state", asked.State),
            ("form_token", _formToken),
        };
        var hidden = string.Concat(
            fields
                .Where(field => field.Value is not null)
                .Select(field =>
                    $"<input type=\"hidden\" name=\"{field.Name}\" value=\"{WebUtility.HtmlEncode(field.Value)}\">"
                )
        );
        return Html(
            StatusCodes.Status200OK,
            "Allow the app?",
            $"<h1>Allow app {tokens.App.Id} to use your account?</h1><p>It asks for:</p><ul>{scopes}</ul><form method=\"post\" action=\"{Path}\">{hidden}<button class=\"allow\" id=\"allow\" name=\"answer\" value=\"allow\">Allow</button><button name=\"answer\" value=\"deny\">Deny</button></form><p><small>You return to {host}. This is a sandbox on your machine, not Pinterest.</small></p>"
        );
    }

    private static SandboxReply Problem(int status, string message) =>
        Html(status, "Cannot sign in", $"<h1>Cannot sign in</h1><p>{WebUtility.HtmlEncode(message)}</p>");

    private static SandboxReply Html(int status, string title, string content) =>
        new(
            status,
            Encoding.UTF8.GetBytes(
                $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{title}</title><style>{Style}</style></head><body>{content}</body></html>"
            ),
            "text/html; charset=utf-8"
        );
}
