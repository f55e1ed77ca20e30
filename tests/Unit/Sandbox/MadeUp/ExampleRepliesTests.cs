using System.Text;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.MadeUp;

/// <summary>The examples of a description are served when they are asked for.</summary>
public sealed class ExampleRepliesTests
{
    private const string Description = """
        openapi: 3.0.3
        info: {title: small, version: 1.0.0}
        servers: [{url: "https://api.example.com/v5"}]
        paths:
          /one:
            get:
              operationId: one/get
              tags: [things]
              security: []
              responses:
                "200":
                  description: ok
                  content:
                    application/json:
                      schema: {$ref: "#/components/schemas/Thing"}
                      example: {name: the only one}
          /several:
            get:
              operationId: several/get
              tags: [things]
              security: []
              responses:
                "200": {$ref: "#/components/responses/Several"}
          /schema:
            get:
              operationId: schema/get
              tags: [things]
              security: []
              responses:
                "200":
                  description: ok
                  content:
                    application/json:
                      schema: {$ref: "#/components/schemas/Named"}
          /none:
            get:
              operationId: none/get
              tags: [things]
              security: []
              responses:
                "200":
                  description: ok
                  content:
                    application/json:
                      schema: {$ref: "#/components/schemas/Thing"}
          /wrong:
            get:
              operationId: wrong/get
              tags: [things]
              security: []
              responses:
                "200":
                  description: ok
                  content:
                    application/json:
                      schema: {$ref: "#/components/schemas/Thing"}
                      example: {name: 7}
        components:
          responses:
            Several:
              description: ok
              content:
                application/json:
                  schema: {$ref: "#/components/schemas/Thing"}
                  examples:
                    small: {value: {name: the small one}}
                    large: {$ref: "#/components/examples/Large"}
          examples:
            Large: {value: {name: the large one}}
          schemas:
            Thing:
              type: object
              required: [name]
              properties: {name: {type: string}}
            Named:
              type: object
              required: [name]
              properties: {name: {type: string}}
              example: {name: of the schema}
        """;

    [Theory]
    [InlineData("/one", "example", "the only one")]
    [InlineData("/several", "example", "the small one")]
    [InlineData("/several", "respond-async, example=large", "the large one")]
    [InlineData("/several", "Example=\"large\"", "the large one")]
    [InlineData("/schema", "example", "of the schema")]
    public async Task A_request_gets_the_example_that_it_prefers(string path, string preference, string name)
    {
        await using var calls = await StartAsync(new SandboxOptions());
        var answer = await calls.GetAsync(path, headers: ("Prefer", preference));
        Assert.Equal((200, name), (answer.Status, (string?)answer.Json["name"]));
        Assert.Equal("example", answer.Header("Preference-Applied"));
    }

    [Fact]
    public async Task Without_the_preference_and_without_an_example_the_reply_is_made_up()
    {
        await using var calls = await StartAsync(new SandboxOptions());
        Assert.NotEqual("the only one", (string?)(await calls.GetAsync("/one")).Json["name"]);
        var none = await calls.GetAsync("/none", headers: ("Prefer", "example"));
        Assert.Equal((200, ""), (none.Status, none.Header("Preference-Applied")));
    }

    [Fact]
    public async Task An_example_that_is_not_there_is_a_400_that_names_those_that_are()
    {
        await using var calls = await StartAsync(new SandboxOptions());
        var refused = await calls.GetAsync("/several", headers: ("Prefer", "example=huge"));
        Assert.Equal(400, refused.Status);
        Assert.Contains("the description has small, large", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_serves_examples_to_every_request()
    {
        await using var calls = await StartAsync(new SandboxOptions { ServeExamples = true });
        Assert.Equal("the only one", (string?)(await calls.GetAsync("/one")).Json["name"]);
    }

    [Fact]
    public async Task An_example_that_the_schema_does_not_allow_is_found()
    {
        await using var calls = await StartAsync(new SandboxOptions());
        var wrong = await calls.GetAsync("/wrong", headers: ("Prefer", "example"));
        Assert.Equal(500, wrong.Status);
        Assert.Contains("name", wrong.Message, StringComparison.Ordinal);
    }

    private static Task<SandboxCalls> StartAsync(SandboxOptions options) =>
        SandboxCalls.StartAsync(options with { Description = Encoding.UTF8.GetBytes(Description) });
}
