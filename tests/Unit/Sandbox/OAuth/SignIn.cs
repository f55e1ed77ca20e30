using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.OAuth;

/// <summary>The steps of a sign-in: the page, its buttons, the code and the tokens.</summary>
internal static partial class SignIn
{
    /// <summary>The address to which the page returns.</summary>
    public const string Return = "http://localhost:9/back?keep=1";

    public static Task<SandboxAnswer> PageAsync(this SandboxCalls calls, string query) =>
        calls.ReadAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(calls.Sandbox.AuthorizeAddress, "?" + query)));

    public static Task<SandboxAnswer> PressAsync(this SandboxCalls calls, string page, string answer)
    {
        var fields = Field()
            .Matches(page)
            .Where(match => match.Groups[1].Value != "answer")
            .Select(match => new KeyValuePair<string, string>(
                match.Groups[1].Value,
                System.Net.WebUtility.HtmlDecode(match.Groups[2].Value)
            ));
        return calls.ReadAsync(
            new HttpRequestMessage(HttpMethod.Post, calls.Sandbox.AuthorizeAddress)
            {
                Content = new FormUrlEncodedContent(fields.Append(new("answer", answer))),
            }
        );
    }

    public static async Task<string> CodeAsync(this SandboxCalls calls, string scopes)
    {
        var page = await calls.PageAsync(
            $"client_id={calls.Sandbox.AppId}&redirect_uri={Uri.EscapeDataString(Return)}"
                + $"&response_type=code&scope={Uri.EscapeDataString(scopes)}"
        );
        return (await calls.PressAsync(page.Text, "allow")).Header("Location").Split("code=")[1];
    }

    public static Task<SandboxAnswer> ExchangeAsync(this SandboxCalls calls, string code, string redirect = Return) =>
        calls.FormAsync(
            "/oauth/token",
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", redirect)
        );

    public static Task<SandboxAnswer> RefreshAsync(this SandboxCalls calls, JObject tokens, string? scope = null) =>
        calls.FormAsync(
            "/oauth/token",
            [
                ("grant_type", "refresh_token"),
                ("refresh_token", (string)tokens["refresh_token"]!),
                .. scope is null ? Array.Empty<(string, string)>() : [("scope", scope)],
            ]
        );

    [GeneratedRegex("name=\"(\\w+)\" value=\"([^\"]*)\"")]
    private static partial Regex Field();
}
