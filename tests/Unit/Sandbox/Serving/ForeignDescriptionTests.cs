using System.Globalization;
using System.Text;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Serving;

/// <summary>The sandbox serves descriptions of other APIs, below the paths of their servers.</summary>
public sealed class ForeignDescriptionTests
{
    private const string Paths = """
        paths:
          /things:
            get:
              operationId: things
              responses:
                "200":
                  description: d
                  content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: string}}}}}
          /own: {get: {operationId: own, servers: [{url: /own/v1}], responses: {"204": {description: d}}}}
          /path: {servers: [{url: "https://files.example.com/files"}], get: {operationId: path, responses: {"204": {description: d}}}}
        """;

    [Theory]
    [InlineData("[{url: \"https://api.example.com/api/v2\"}]", "/api/v2")]
    [InlineData("[{url: /api/v2/}]", "/api/v2")]
    [InlineData("[{url: \"https://{r}.example.com/{v}\", variables: {r: {default: eu}, v: {default: v3}}}]", "/v3")]
    [InlineData("[]", "")]
    public async Task The_base_path_is_that_of_the_servers(string servers, string basePath)
    {
        await using var calls = await StartAsync($"openapi: 3.0.3\nservers: {servers}\n{Paths}");

        Assert.Equal(basePath.Length == 0 ? "/" : basePath, calls.Sandbox.BaseAddress.AbsolutePath);
        Assert.Equal(200, await StatusAsync(calls, basePath + "/things"));
        Assert.Equal(404, await StatusAsync(calls, "/v5/things"));
        Assert.Equal(204, await StatusAsync(calls, "/own/v1/own"));
        Assert.Equal(404, await StatusAsync(calls, basePath + "/own"));
        Assert.Equal(204, await StatusAsync(calls, "/files/path"));
    }

    [Fact]
    public async Task Pinterest_is_below_v5()
    {
        await using var sandbox = await PinterestSandbox.StartAsync();

        Assert.Equal("/v5", sandbox.BaseAddress.AbsolutePath);
    }

    [Fact]
    public async Task The_own_paths_of_the_sandbox_stay_below_a_base_path_of_nothing()
    {
        await using var calls = await StartAsync($"openapi: 3.0.3\n{Paths}");

        Assert.Equal(200, await StatusAsync(calls, "/_sandbox/requests"));
        Assert.Equal(200, await StatusAsync(calls, "/health"));
        Assert.Empty(calls.Sandbox.Requests);
    }

    [Fact]
    public async Task A_3_1_description_is_served()
    {
        await using var calls = await StartAsync(
            """
            openapi: 3.1.0
            paths:
              /things:
                get:
                  parameters: [{name: ids, in: query, schema: {type: [array, "null"], items: {type: integer}}}]
                  responses:
                    "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
            components:
              schemas:
                Thing:
                  type: [object, "null"]
                  required: [kind, number]
                  properties: {kind: {const: cat}, number: {type: integer, exclusiveMinimum: 3, exclusiveMaximum: 5}}
            """
        );

        var answer = await calls.GetAsync("/things?ids=1&ids=2");

        Assert.Equal((200, "cat", 4), (answer.Status, (string?)answer.Json["kind"], (int)answer.Json["number"]!));
        Assert.Equal(400, (await calls.GetAsync("/things?ids=a")).Status);
    }

    [Theory]
    [InlineData("openapi: 3.1.0\nwebhooks: {}", "There are no paths")]
    [InlineData("openapi: 3.1.0\npaths: {/a: {get: {parameters: [{$ref: '#/x'}]}}}", "leads nowhere in this document")]
    [InlineData("openapi: 4.0.0\npaths: {}", "OpenAPI '4.0.0' is not supported here")]
    public async Task What_cannot_be_served_is_an_error_that_names_the_place(string text, string problem)
    {
        var error = await Assert.ThrowsAsync<SpecException>(() => StartAsync(text));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains("#/", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/err", "application/problem+json")]
    [InlineData("/range", "application/json")]
    [InlineData("/star", "application/json")]
    [InlineData("/bin", "image/png")]
    public async Task A_response_has_the_content_that_is_described(string path, string type)
    {
        await using var calls = await StartFaultAsync();
        using var http = Client(calls);
        using var response = await http.GetAsync(Below(calls, path));

        Assert.Equal((200, type), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task An_example_stands_for_a_schema_that_is_not_there()
    {
        await using var calls = await StartFaultAsync();

        Assert.Equal("manual", (string?)(await calls.GetAsync("/ex")).Json["approval"]);
        var wished = await calls.GetAsync("/ex2", headers: ("Prefer", "example"));
        Assert.Equal((7, "rex"), ((int)wished.Json["id"]!, (string?)wished.Json["name"]));
    }

    [Fact]
    public async Task A_demanded_header_is_sent()
    {
        await using var calls = await StartFaultAsync();

        Assert.True(
            int.TryParse((await calls.GetAsync("/hdr")).Header("X-Total"), CultureInfo.InvariantCulture, out _)
        );
    }

    [Theory]
    [InlineData("card%5Bnumber%5D=42", 204)]
    [InlineData("card[number]=42", 204)]
    [InlineData("card[other]=42", 400)]
    [InlineData("number=42", 400)]
    public async Task A_field_of_the_style_deepObject_is_an_object(string form, int status)
    {
        await using var calls = await StartFaultAsync();
        using var http = Client(calls);
        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await http.PostAsync(Below(calls, "/form"), content);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_scheme_that_is_not_Pinterests_takes_the_token()
    {
        await using var calls = await StartAsync(
            """
            openapi: 3.0.3
            security: [{jwt: [read]}]
            paths: {/a: {get: {operationId: a, responses: {"204": {description: d}}}}}
            components: {securitySchemes: {jwt: {type: http, scheme: bearer}}}
            """
        );

        Assert.Equal(204, (await calls.GetAsync("/a")).Status);
        Assert.Equal(401, (await calls.GetAsync("/a", token: "wrong")).Status);
    }

    private static Task<SandboxCalls> StartAsync(string description) =>
        SandboxCalls.StartAsync(
            new SandboxOptions
            {
                Description = Encoding.UTF8.GetBytes(description + "\ninfo: {title: t, version: \"1\"}\n"),
            }
        );

    private static Task<SandboxCalls> StartFaultAsync() =>
        SandboxCalls.StartAsync(
            new SandboxOptions
            {
                Description = File.ReadAllBytes(
                    Path.Combine(Repository.Root, "tests", "Unit", "Sandbox", "Serving", "foreign.yaml")
                ),
            }
        );

    private static Uri Below(SandboxCalls calls, string path) =>
        new(calls.Sandbox.BaseAddress.ToString().TrimEnd('/') + path);

    private static HttpClient Client(SandboxCalls calls) =>
        new() { DefaultRequestHeaders = { { "Authorization", "Bearer " + calls.Sandbox.AccessToken } } };

    private static async Task<int> StatusAsync(SandboxCalls calls, string path)
    {
        using var http = Client(calls);
        using var response = await http.GetAsync(new Uri(calls.Sandbox.BaseAddress, path));
        return (int)response.StatusCode;
    }
}
