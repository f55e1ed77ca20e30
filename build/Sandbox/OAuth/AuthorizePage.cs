using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Reports.Html;

namespace Pinterest.OpenApi.Sandbox.OAuth;

/// <summary>The page on which the user allows an app what it asks for: GET shows it, POST is its buttons.</summary>
internal sealed class AuthorizePage(
    TokenTable tokens,
    IReadOnlyCollection<string> knownScopes,
    string userId,
    SandboxOptions options
)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/oauth/";

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
            return Problem(StatusCodes.Status405MethodNotAllowed, "The page accepts GET and POST.");
        }

        var fields = FormBody.Read(isPost ? Encoding.UTF8.GetString(body.Span) : Query(request));
        string? Field(string name) => (string?)fields[name];
        if (Read(Field, out var problem) is not { } asked)
        {
            return Problem(StatusCodes.Status400BadRequest, problem!);
        }

        if (!isPost && !IsApprovedAtOnce(asked))
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

    // Another site's address gets the page: a link to here would otherwise take a code there.
    private bool IsApprovedAtOnce(Asked asked) =>
        options.AutoApprove
        && (
            LoopbackName.Is(new Uri(asked.RedirectUri).Host)
            || options.ApprovedRedirects.Contains(asked.RedirectUri, StringComparer.Ordinal)
        );

    private static string Query(HttpRequest request) => request.QueryString.Value is ['?', .. var query] ? query : "";

    private string Code(Asked asked) =>
        tokens.Issue(GrantKind.Code, userId, asked.Scopes, redirectUri: asked.RedirectUri).Id;

    private Asked? Read(Func<string, string?> field, out string? problem)
    {
        problem = null;
        if (field("client_id") != tokens.App.Id)
        {
            problem = $"client_id is not the id of the app. Use {tokens.App.Id}.";
        }
        else if (!IsRedirect(field("redirect_uri")))
        {
            problem =
                "redirect_uri must be an absolute http or https address in ASCII, without a fragment and without spaces.";
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

    // It goes into a header as it was sent. A browser takes a backslash for a slash, other programs do not.
    private static bool IsRedirect(string? text) =>
        text?.All(character => character is > ' ' and < '\x7f' and not '\\') == true
        && Uri.TryCreate(text, UriKind.Absolute, out var redirect)
        && redirect.Scheme is ("http" or "https")
        && redirect.Fragment.Length == 0;

    private static string Return(Asked asked, string name, string value)
    {
        var address = QueryHelpers.AddQueryString(asked.RedirectUri, name, value);
        return asked.State is { } state ? QueryHelpers.AddQueryString(address, "state", state) : address;
    }

    private SandboxReply Page(Asked asked) =>
        Html(
            StatusCodes.Status200OK,
            new AuthorizationPage
            {
                Title = "Allow the app?",
                AppId = tokens.App.Id,
                Action = Path,
                Scopes = asked.Scopes,
                Fields = [.. Fields(asked)],
                ReturnsTo = new Uri(asked.RedirectUri).Authority,
            }
        );

    // What the POST must repeat.
    private IEnumerable<FactPart> Fields(Asked asked)
    {
        yield return new FactPart { Name = "client_id", Value = tokens.App.Id };
        yield return new FactPart { Name = "redirect_uri", Value = asked.RedirectUri };
        yield return new FactPart { Name = "response_type", Value = "code" };
        yield return new FactPart { Name = "scope", Value = string.Join(',', asked.Scopes) };
        if (asked.State is { } state)
        {
            yield return new FactPart { Name = "state", Value = state };
        }

        yield return new FactPart { Name = "form_token", Value = _formToken };
    }

    private static SandboxReply Problem(int status, string message) =>
        Html(status, new SignInProblemPage { Title = "Cannot sign in", Message = message });

    private static SandboxReply Html(int status, Page page) =>
        new(status, Encoding.UTF8.GetBytes(HtmlTemplates.Render(page)), "text/html; charset=utf-8");
}
