using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Unit.Client.Generated;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Pipeline;

/// <summary>Every operation answers a valid request, and an independent validator agrees with the answer.</summary>
public sealed class OperationEndpointTests : IAsyncLifetime
{
    private static readonly JObject Pinned = Repository.Description();
    private readonly HttpClient _http = new();
    private PinterestSandbox _sandbox = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await PinterestSandbox.StartAsync(
            new SandboxOptions
            {
                CheckResponses = true,
                TimeProvider = new FakeTimeProvider(new DateTimeOffset(2025, 11, 15, 12, 0, 0, TimeSpan.Zero)),
            }
        );
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _sandbox.AccessToken);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Every_operation_answers_as_the_contract_says()
    {
        var failures = new List<string>();
        var contract = await ReadContractAsync();
        foreach (var operation in ContractOperation.All(Pinned))
        {
            await SetUpAsync();
            using var request = Request(operation);
            using var response = await _http.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            if (!response.IsSuccessStatusCode)
            {
                failures.Add($"{operation.Id}: {(int)response.StatusCode} {text}");
            }
            else if (Problem(contract, operation, (int)response.StatusCode, text) is { } problem)
            {
                failures.Add($"{operation.Id}: {problem}");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Fact]
    public async Task The_same_request_gets_the_same_reply_and_names_what_was_asked_for()
    {
        var (one, two) = (await GetAsync("/ad_accounts/123456"), await GetAsync("/ad_accounts/123456"));
        Assert.Equal(one, two);
        Assert.Equal("123456", (string)JObject.Parse(one)["id"]!);
        Assert.NotEqual(one, await GetAsync("/ad_accounts/123457"));
    }

    // What the sample ids of the requests name.
    private async Task SetUpAsync()
    {
        _sandbox.Reset();
        foreach (
            var (state, parameters) in new[]
            {
                ("a board section exists", "{\"board_id\":\"1234567\",\"section_id\":\"1234567\"}"),
                ("a Pin exists", "{\"pin_id\":\"1234567\",\"board_id\":\"1234567\",\"section_id\":\"1234567\"}"),
                ("a Pin exists", "{\"pin_id\":\"1\",\"board_id\":\"1234567\"}"),
                ("an uploaded video exists", "{\"media_id\":\"1234567\"}"),
                ("followers exist", "{\"count\":3}"),
                ("a report exists", "{\"token\":\"a\"}"),
                ("a bulk request exists", "{\"bulk_request_id\":\"a\"}"),
                ("a leads export exists", "{\"leads_export_id\":\"1234567\"}"),
                ("a batch exists", "{\"batch_id\":\"1234567\"}"),
                ("an authorization code was given", "{\"code\":\"a\",\"redirect_uri\":\"a\"}"),
            }
        )
        {
            using var body = new StringContent($"{{\"state\":\"{state}\",\"params\":{parameters}}}");
            using var done = await _http.PostAsync(new Uri(_sandbox.BaseAddress, "/_pact/provider-states"), body);
            Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        }
    }

    private async Task<string> GetAsync(string path) => await _http.GetStringAsync(_sandbox.BaseAddress + path);

    private HttpRequestMessage Request(ContractOperation operation)
    {
        var method = GeneratedCalls.Methods.Single(entry => entry.Id == operation.Id).Method;
        var parameters = (operation.Node["parameters"] as JArray ?? []).Select(Resolve).ToList();
        parameters.AddRange(
            (Pinned["paths"]![operation.Path]!["parameters"] as JArray ?? [])
                .Select(Resolve)
                .Where(shared => parameters.All(own => !JToken.DeepEquals(own["name"], shared["name"])))
        );
        var path = operation.Path;
        var query = new List<string>();
        foreach (var parameter in parameters.Where(parameter => (bool?)parameter["required"] == true))
        {
            // An id is digits, though not every path says so.
            var value =
                (string)parameter["in"]! == "path"
                && parameter["schema"]!["pattern"] is null
                && ((string)parameter["name"]!) == "pin_id"
                    ? "1234567"
                    : ValidSample.Of(parameter["schema"]!, Pinned);
            var text =
                value is JArray list ? string.Join(',', list)
                : value is JValue scalar ? scalar.ToString(CultureInfo.InvariantCulture)
                : value.ToString(Formatting.None);
            if ((string?)parameter["style"] == "deepObject")
            {
                query.AddRange(Brackets((string)parameter["name"]!, value));
            }
            else if ((string)parameter["in"]! == "path")
            {
                path = path.Replace($"{{{parameter["name"]}}}", Uri.EscapeDataString(text), StringComparison.Ordinal);
            }
            else if ((string)parameter["in"]! == "query")
            {
                query.Add($"{parameter["name"]}={Uri.EscapeDataString(text)}");
            }
        }

        var request = new HttpRequestMessage(
            new HttpMethod(operation.Method),
            _sandbox.BaseAddress + path + (query.Count > 0 ? "?" + string.Join('&', query) : "")
        );
        if (operation.Node["security"]![0]!["basic"] is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_sandbox.AppId}:{_sandbox.AppSecret}"))
            );
        }

        if (operation.Node["requestBody"] is not { } body)
        {
            return request;
        }

        var content = (JProperty)((JObject)Resolve(body)["content"]!).First!;
        var sample = ValidSample.Of(content.Value["schema"]!, Pinned);
        if (operation.Id == "oauth/token")
        {
            // 5.28.0 has one body for all grants; what this one needs besides is said in words only.
            sample["code"] = "a";
            sample["redirect_uri"] = "a";
        }

        request.Content =
            content.Name == "application/json"
                ? new StringContent(sample.ToString(Formatting.None), Encoding.UTF8, "application/json")
                : new FormUrlEncodedContent(
                    ((JObject)sample)
                        .Properties()
                        .Select(member => new KeyValuePair<string, string>(member.Name, member.Value.ToString()))
                );
        return request;
    }

    private static IEnumerable<string> Brackets(string name, JToken value) =>
        value is JObject node
            ? node.Properties().SelectMany(member => Brackets($"{name}[{member.Name}]", member.Value))
            : [$"{name}={Uri.EscapeDataString(value.ToString())}"];

    private static string? Problem(JsonSchema contract, ContractOperation operation, int status, string text)
    {
        if (Reply(operation, status) is null)
        {
            return text.Length == 0 ? null : "a body where none is declared";
        }

        var errors = contract.Definitions[Name(operation, status)].Validate(text, SchemaType.OpenApi3);
        return errors.Count == 0 ? null : string.Join("; ", errors.Take(3));
    }

    // Read once, with each reply as a definition of its own: the components are too many to be read for each operation.
    private static Task<JsonSchema> ReadContractAsync()
    {
        var definitions = (JObject)Pinned["components"]!["schemas"]!.DeepClone();
        foreach (var operation in ContractOperation.All(Pinned))
        {
            foreach (
                var response in ((JObject)operation.Node["responses"]!)
                    .Properties()
                    .Where(response => response.Name.StartsWith('2'))
            )
            {
                var status = int.Parse(response.Name, CultureInfo.InvariantCulture);
                if (Reply(operation, status) is { } schema)
                {
                    definitions[Name(operation, status)] = schema.DeepClone();
                }
            }
        }

        var text = ForValidator(new JObject { ["definitions"] = definitions })
            .ToString(Formatting.None)
            .Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        return JsonSchema.FromJsonAsync(text);
    }

    private static JToken? Reply(ContractOperation operation, int status) =>
        (Resolve(operation.Node["responses"]![status.ToString(CultureInfo.InvariantCulture)]!)["content"] as JObject)
            ?.Properties()
            .FirstOrDefault()
            ?.Value["schema"];

    private static string Name(ContractOperation operation, int status) =>
        $"reply of {operation.Id} {status}".Replace('/', ' ');

    // The validator reads JSON Schema, which knows no discriminator; and forms that overlap are oneOf in the
    // description.
    private static JToken ForValidator(JToken node)
    {
        foreach (var schema in ((JContainer)node).DescendantsAndSelf().OfType<JObject>().Reverse().ToList())
        {
            if (schema["discriminator"] is JObject)
            {
                schema.Remove("discriminator");
            }

            if (schema["readOnly"] is JValue)
            {
                schema.Remove("readOnly");
            }

            if (schema["oneOf"] is JArray forms)
            {
                schema.Remove("oneOf");
                schema["anyOf"] = forms;
            }
        }

        return node;
    }

    private static JObject Resolve(JToken node) =>
        node["$ref"] is { } reference ? (JObject)JsonPointer.Find(Pinned, (string)reference!)! : (JObject)node;
}
