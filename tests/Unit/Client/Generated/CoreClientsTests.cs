using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Generated;

/// <summary>
/// The 27 operations that most apps live on, end to end: the public method, real HTTP, and the typed reply.
/// </summary>
public sealed class CoreClientsTests
{
    private static readonly Dictionary<string, ContractOperation> Contract = ContractOperation
        .All(Repository.Description())
        .ToDictionary(operation => operation.Id, StringComparer.Ordinal);

    public static TheoryData<string> Core =>
        [
            "pins/list",
            "pins/get",
            "pins/create",
            "pins/update",
            "pins/delete",
            "pins/save",
            "pins/analytics",
            "multi_pins/analytics",
            "boards/list",
            "boards/get",
            "boards/create",
            "boards/update",
            "boards/delete",
            "boards/list_pins",
            "board_sections/list",
            "board_sections/create",
            "board_sections/update",
            "board_sections/delete",
            "board_sections/list_pins",
            "media/create",
            "media/list",
            "media/get",
            "search_user_pins/list",
            "search_user_boards/get",
            "user_account/get",
            "user_account/analytics",
            "followers/list",
        ];

    [Fact]
    public void There_are_27() => Assert.Equal(27, Core.Count);

    [Theory]
    [MemberData(nameof(Core))]
    public async Task A_core_operation_arrives_as_the_contract_says_and_its_reply_comes_back_whole(string id)
    {
        var method = GeneratedCalls.Methods.Single(entry => entry.Id == id).Method;
        var replyType = method.ReturnType.GetGenericArguments().SingleOrDefault();
        var reply = replyType is null ? null : new SampleJson().Of(replyType);
        SentRequest? received = null;
        string? authorization = null;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            (received, authorization) = (await ReadAsync(context), context.Request.Headers.Authorization.ToString());
            context.Response.StatusCode = reply is null ? 204 : 200;
            if (reply is null)
            {
                return;
            }

            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(reply.ToString(Formatting.None));
        });
        var arguments = method
            .GetParameters()
            .Select(parameter => GeneratedCalls.Argument(parameter, onlyRequired: false))
            .ToArray();

        var call = (Task)method.Invoke(GeneratedCalls.Group(server.Client(), method.DeclaringType!), arguments)!;
        await call;

        var expected = Contract[id]
            .ExpectedRequest(
                name => GeneratedCalls.Given(method, arguments, name),
                GeneratedCalls.BodyOf(method, arguments)
            );
        Assert.Null(expected.Difference(received!));
        Assert.Equal("Bearer pina_test", authorization);
        if (reply is not null)
        {
            Assert.Null(
                JsonComparison.Difference(
                    reply,
                    GeneratedCalls.ToJson(call.GetType().GetProperty("Result")!.GetValue(call)!)
                )
            );
        }
    }

    [Fact]
    public async Task A_missing_argument_is_named_before_anything_is_sent()
    {
        var pinterest = new FakePinterest();

        Assert.Equal(
            "pinId",
            (await Assert.ThrowsAsync<ArgumentNullException>(() => pinterest.Client.Pins.GetAsync(null!))).ParamName
        );
        Assert.Equal(
            "pinId",
            (await Assert.ThrowsAsync<ArgumentException>(() => pinterest.Client.Pins.GetAsync(""))).ParamName
        );
        Assert.Equal(
            "body",
            (await Assert.ThrowsAsync<ArgumentNullException>(() => pinterest.Client.Pins.CreateAsync(null!))).ParamName
        );
        Assert.Empty(pinterest.Requests);
    }

    private static async Task<SentRequest> ReadAsync(HttpContext context)
    {
        // The target as it came, before the server decodes it.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method),
            new Uri("https://api.pinterest.com" + target)
        );
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        if (context.Request.ContentType is not { } type)
        {
            return new SentRequest(request, null);
        }

        request.Content = new StringContent(body);
        request.Content.Headers.Remove("Content-Type");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return new SentRequest(request, body);
    }
}
