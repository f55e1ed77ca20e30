using System.Net;
using System.Text.RegularExpressions;

namespace Pinterest.OpenApi.Unit.Mcp.Pages;

/// <summary>A browser without a script: it keeps cookies, and sends forms as a browser does.</summary>
internal sealed partial class PageClient : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };
    private readonly HttpClient _http;
    private readonly Uri _server;

    public PageClient(Uri server)
    {
        _server = server;
        _http = new HttpClient(_handler) { BaseAddress = server };
    }

    /// <summary>Gets the address of the session; that of the form before somebody signed in.</summary>
    public Uri Session { get; private set; } = new("/", UriKind.Relative);

    public CookieContainer Cookies => _handler.CookieContainer;

    /// <summary>Sends the key, and goes where the server says.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string key)
    {
        var response = await PostAsync("/sign-in", new() { ["key"] = key });
        if (response.Headers.Location is { } session)
        {
            Session = session;
        }

        return response;
    }

    public Task<HttpResponseMessage> GetAsync(string address) => _http.GetAsync(new Uri(address, UriKind.Relative));

    /// <summary>Loads the page of the session, or what stands below it.</summary>
    public async Task<string> PageAsync(string below = "")
    {
        using var response = await GetAsync(Session + below);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Loads the page, and gives its text as a person reads it.</summary>
    public async Task<string> TextAsync(string below = "") =>
        Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(await PageAsync(below), "")), " ");

    /// <summary>Reads what each form of the session sends along.</summary>
    public async Task<string> TokenAsync() => TokenField().Match(await PageAsync()).Groups[1].Value;

    /// <summary>Sends a form of the page, and gives the page afterwards.</summary>
    public async Task<string> SendAsync(string form, Dictionary<string, string> fields)
    {
        fields["token"] = await TokenAsync();
        using var response = await PostAsync(Session + form, fields);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.StartsWith(Session.ToString(), response.Headers.Location!.ToString(), StringComparison.Ordinal);
        return await TextAsync();
    }

    /// <summary>Sends a form.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="fields">What is sent.</param>
    /// <param name="change">Changes the request, or null.</param>
    public async Task<HttpResponseMessage> PostAsync(
        string address,
        Dictionary<string, string> fields,
        Action<HttpRequestMessage>? change = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(fields),
        };
        request.Headers.Add("Origin", _server.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        change?.Invoke(request);
        return await _http.SendAsync(request);
    }

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
