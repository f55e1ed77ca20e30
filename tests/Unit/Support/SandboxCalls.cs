using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>A sandbox, and raw calls to it without a client.</summary>
internal sealed class SandboxCalls : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    private SandboxCalls(PinterestSandbox sandbox) => Sandbox = sandbox;

    public PinterestSandbox Sandbox { get; }

    public static async Task<SandboxCalls> StartAsync(SandboxOptions? options = null) =>
        new(await PinterestSandbox.StartAsync((options ?? new SandboxOptions()) with { CheckResponses = true }));

    public Task<SandboxAnswer> GetAsync(
        string path,
        string? token = null,
        params (string Name, string Value)[] headers
    ) => SendAsync(HttpMethod.Get, path, null, token, headers);

    public Task<SandboxAnswer> PostAsync(
        string path,
        object? body,
        string? token = null,
        params (string Name, string Value)[] headers
    ) => SendAsync(HttpMethod.Post, path, body, token, headers);

    public Task<SandboxAnswer> PatchAsync(string path, object body, string? token = null) =>
        SendAsync(HttpMethod.Patch, path, body, token);

    public Task<SandboxAnswer> DeleteAsync(string path, string? token = null) =>
        SendAsync(HttpMethod.Delete, path, null, token);

    /// <summary>Calls a token operation as the app.</summary>
    public async Task<SandboxAnswer> FormAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(path))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Sandbox.AppId}:{Sandbox.AppSecret}"))
        );
        return await ReadAsync(request);
    }

    public async Task<SandboxAnswer> SendAsync(
        HttpMethod method,
        string path,
        object? body,
        string? token = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, Address(path));
        if (body is not null)
        {
            request.Content = new StringContent(
                body as string ?? JsonConvert.SerializeObject(body),
                Encoding.UTF8,
                "application/json"
            );
        }

        if (token != "")
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Sandbox.AccessToken);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await ReadAsync(request);
    }

    public async Task<SandboxAnswer> ReadAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        return new SandboxAnswer(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers
        );
    }

    /// <summary>Makes a board.</summary>
    public async Task<string> BoardAsync(string name, string privacy = "PUBLIC")
    {
        var made = await PostAsync("/boards", new { name, privacy });
        Assert.Equal((int)HttpStatusCode.Created, made.Status);
        return made.Id;
    }

    /// <summary>Makes a Pin.</summary>
    public async Task<string> PinAsync(string? board, string title = "A Pin")
    {
        var pin = new JObject
        {
            ["title"] = title,
            ["media_source"] = new JObject { ["source_type"] = "image_url", ["url"] = "https://example.com/a.jpg" },
        };
        if (board is not null)
        {
            pin["board_id"] = board;
        }

        var made = await PostAsync("/pins", pin);
        Assert.Equal((int)HttpStatusCode.Created, made.Status);
        return made.Id;
    }

    /// <summary>Gives the ids of all pages.</summary>
    public async Task<List<string>> IdsAsync(string path, int pageSize = 250, string? token = null)
    {
        var first = path + (path.Contains('?', StringComparison.Ordinal) ? '&' : '?') + "page_size=";
        var ids = new List<string>();
        string? bookmark = null;
        do
        {
            var next = bookmark is null ? "" : "&bookmark=" + Uri.EscapeDataString(bookmark);
            var page = await GetAsync(string.Create(CultureInfo.InvariantCulture, $"{first}{pageSize}{next}"), token);
            Assert.Equal(200, page.Status);
            ids.AddRange(page.Json["items"]!.Select(item => (string)item["id"]!));
            bookmark = (string?)page.Json["bookmark"];
        } while (bookmark is not null);
        return ids;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Sandbox.DisposeAsync();
    }

    private Uri Address(string path) =>
        path.StartsWith("/_", StringComparison.Ordinal)
            ? new Uri(Sandbox.BaseAddress, path)
            : new Uri(Sandbox.BaseAddress.ToString().TrimEnd('/') + path);
}
