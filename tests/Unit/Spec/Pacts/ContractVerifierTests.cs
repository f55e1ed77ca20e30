using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Pacts;

/// <summary>Recorded interactions held against the pinned description.</summary>
public sealed class ContractVerifierTests : IDisposable
{
    private static readonly ContractVerifier Verifier = new(Repository.Description());
    private static readonly string Committed = Directory.EnumerateFiles(Repository.Layout.Pacts).Single();
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Wrong => [.. WrongPacts.All(Pact()).Select(wrong => wrong.Name)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_committed_contracts_are_allowed()
    {
        var result = Verifier.Verify(PactContract.ReadAll([Committed]), "the pinned release");
        Assert.False(
            result.HasFailed,
            string.Join('\n', result.Interactions.SelectMany(interaction => interaction.Problems))
        );
        Assert.InRange(result.Interactions.Count, 50, 500);
        Assert.All(result.Interactions, interaction => Assert.NotNull(interaction.OperationId));
    }

    [Fact]
    public void There_are_enough_wrong_ones() => Assert.InRange(Wrong.Count, 40, 500);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_found(string name)
    {
        var outcome = Assert.Single(
            Verify(WrongPacts.All(Pact()).Single(wrong => wrong.Name == name).Pact).Interactions
        );
        Assert.Equal(ContractOutcome.Failed, outcome.Outcome);
        Assert.All(outcome.Problems, problem => Assert.Matches("^(request|response)\\.", problem.Place));
    }

    [Theory]
    [InlineData("the metrics are repeated", "request.query.metric_types", "joined by commas")]
    [InlineData("an item's member that is not there", "response.body.items[0].colour", "is not declared")]
    [InlineData("a required member is missing", "request.body.name", "is required")]
    [InlineData("no credential", "request.header.Authorization", "boards/get needs a credential: Bearer")]
    [InlineData("a method that the path does not take", "request.method", "takes DELETE, GET, PATCH, not PUT")]
    [InlineData("a success that is not declared", "response.status", "boards/get does not answer 206")]
    public void A_problem_names_its_place(string name, string place, string message)
    {
        var problems = Assert
            .Single(
                Verify(
                    WrongPacts
                        .All(Pact())
                        .Single(wrong => wrong.Name.EndsWith(": " + name, StringComparison.Ordinal))
                        .Pact
                ).Interactions
            )
            .Problems;
        var problem = Assert.Single(problems, problem => problem.Place == place);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "2.0.0",
        """{"query":"page_size=25&privacy=SECRET","headers":{"Authorization":"Bearer x"}}""",
        """{"body":{"items":[{"id":"1"}]}}"""
    )]
    [InlineData(
        "3.0.0",
        """{"query":{"page_size":["25"],"privacy":["SECRET"]},"headers":{"authorization":"Bearer x"}}""",
        """{"headers":{"content-type":"application/json; charset=utf-8"},"body":{"items":[]}}"""
    )]
    [InlineData(
        "4.0",
        """{"query":{"page_size":["25"],"privacy":["SECRET"]},"headers":{"Authorization":["Bearer x"]}}""",
        """{"body":{"content":"{\"items\":[]}","contentType":"application/json","encoded":"json"}}"""
    )]
    [InlineData(
        "4.0",
        """{"path":"/v5/boards","headers":{"Authorization":["Bearer x"]}}""",
        """{"body":{"content":"eyJpdGVtcyI6W119","contentType":"application/json","encoded":"base64"}}"""
    )]
    public void Every_version_of_a_pact_is_read(string version, string request, string response)
    {
        var pact = Interaction(version, request, response);
        Assert.Equal(
            (ContractOutcome.Passed, "boards/list"),
            Assert.Single(Verify(pact).Interactions) is var good ? (good.Outcome, good.OperationId) : default
        );

        // The same with a member that is not there, so that reading nothing would show.
        var wrong = Interaction(
            version,
            request,
            response
                .Replace("items", "things", StringComparison.Ordinal)
                .Replace("eyJpdGVtcyI6W119", "eyJ0aGluZ3MiOltdfQ==", StringComparison.Ordinal)
        );
        Assert.Equal("response.body.things", Assert.Single(Assert.Single(Verify(wrong).Interactions).Problems).Place);
    }

    [Theory]
    [InlineData("not json", "This is not JSON")]
    [InlineData("[]", "it is not an object")]
    [InlineData("{}", "neither interactions nor the version")]
    [InlineData(
        """{"interactions":[],"metadata":{"pactSpecification":{"version":"4.0"}}}""",
        "no interactions over HTTP"
    )]
    [InlineData(
        """{"interactions":[{"type":"Asynchronous/Messages","description":"x"}],"metadata":{"pactSpecification":{"version":"4.0"}}}""",
        "no interactions over HTTP"
    )]
    [InlineData(
        """{"interactions":[{"description":"x"}],"metadata":{"pactSpecification":{"version":"9.0"}}}""",
        "version '9.0'"
    )]
    [InlineData(
        """{"interactions":[{"description":"x","request":{}}],"metadata":{"pactSpecification":{"version":"3.0.0"}}}""",
        "#/interactions/0: The interaction has no response"
    )]
    [InlineData(
        """{"interactions":[{"description":"x"}],"metadata":{"pactSpecification":{"version":"new"}}}""",
        "version 'new'"
    )]
    [InlineData(
        """{"interactions":[{"description":"x"}],"metadata":{"pactSpecification":{"version":"1.1.0"}}}""",
        "version '1.1.0'"
    )]
    [InlineData(
        """{"interactions":[{"description":"x","response":{}}],"metadata":{"pactSpecification":{"version":"3.0.0"}}}""",
        "#/interactions/0: The interaction has no request"
    )]
    [InlineData(
        """
            {"interactions":[{"type":"Synchronous/HTTP","response":{},
            "request":{"body":{"content":"{","contentType":"application/json","encoded":"json"}}}],
            "metadata":{"pactSpecification":{"version":"4.0"}}}
            """,
        "not what its content type says"
    )]
    public void What_is_no_pact_is_refused_in_a_line(string text, string message)
    {
        var file = _folder.Write("pact.json", text);
        var error = Assert.Throws<SpecException>(() => PactContract.ReadAll([file]));
        Assert.StartsWith(file, error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("POST /things/1?filter[name]=a", "X-Kind: 7", "{\"a\":1}", "")]
    [InlineData("POST /things/1?filter[name]=a&filter[name]=b", "X-Kind: 7", "{\"a\":1}", "")]
    [InlineData(
        "POST /things/1?filter[size]=big",
        "X-Kind: 7",
        "{\"a\":1}",
        "request.query.filter.size: must be integer, not string"
    )]
    [InlineData("POST /things/1", "", "{\"a\":1}", "request.header.X-Kind: 'X-Kind' is required")]
    [InlineData("POST /things/1", "X-Kind: seven", "{\"a\":1}", "request.header.X-Kind: must be integer, not string")]
    [InlineData("POST /things/one", "X-Kind: 7", "{\"a\":1}", "request.path.id: must be integer, not string")]
    [InlineData(
        "POST /things/1?X-Kind=7",
        "X-Kind: 7",
        "{\"a\":1}",
        "request.query.X-Kind: things/create has no parameter 'X-Kind'"
    )]
    [InlineData("POST /things/1", "X-Kind: 7", null, "request.body: things/create needs a body")]
    [InlineData(
        "POST /things/1",
        "X-Kind: 7; Content-Type: text/csv",
        "\"a\"",
        "request.header.Content-Type: things/create does not take text/csv"
    )]
    [InlineData("POST /things/1", "X-Kind: 7; Content-Type: application/x-www-form-urlencoded", "\"a=1&b=x+y\"", "")]
    [InlineData(
        "POST /things/1",
        "X-Kind: 7; Content-Type: application/x-www-form-urlencoded",
        "\"b=x+y&c\"",
        "request.body.a: is required"
    )]
    [InlineData(
        "POST /things/1",
        "X-Kind: 7; Content-Type: application/x-www-form-urlencoded",
        "\"a=1&b=z&b=x+y&list=1&list=2\"",
        ""
    )]
    [InlineData(
        "POST /things/1",
        "X-Kind: 7; Content-Type: application/x-www-form-urlencoded",
        "\"a=1&list=1\"",
        "request.body.list: has 1 items; at least 2 are needed"
    )]
    [InlineData("GET /things/1", "", "{\"a\":1}", "request.body: things/get takes no body")]
    public void Each_part_of_a_request_is_held_against_the_description(
        string request,
        string headers,
        string? body,
        string problem
    )
    {
        var description = DescriptionReader.ReadForComparison(
            System.Text.Encoding.UTF8.GetBytes(
                """
                openapi: 3.0.3
                info: {title: t, version: 1.0.0}
                paths:
                  /things/{id}:
                    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                    get: {operationId: things/get, responses: {"200": {description: ok}}}
                    post:
                      operationId: things/create
                      parameters:
                        - {name: X-Kind, in: header, required: true, schema: {type: integer}}
                        - name: filter
                          in: query
                          style: deepObject
                          explode: true
                          schema: {type: object, properties: {name: {type: string}, size: {type: integer}}}
                      requestBody:
                        required: true
                        content:
                          application/json: {schema: {type: object, properties: {a: {type: integer}}}}
                          application/x-www-form-urlencoded:
                            schema:
                              type: object
                              required: [a]
                              properties:
                                a: {type: string}
                                b: {type: string, enum: [x y]}
                                list: {type: array, minItems: 2}
                      responses: {"200": {description: ok}}
                """
            ),
            "small.yaml"
        );
        var (method, address) = (request.Split(' ')[0], new Uri("http://localhost" + request.Split(' ')[1]));
        var sent = new JObject
        {
            ["method"] = method,
            ["path"] = address.AbsolutePath,
            ["query"] = Uri.UnescapeDataString(address.Query.TrimStart('?')),
            ["headers"] = new JObject(
                headers
                    .Split("; ", StringSplitOptions.RemoveEmptyEntries)
                    .Select(header => new JProperty(header.Split(": ")[0], header.Split(": ")[1]))
            ),
        };
        if (body is not null)
        {
            sent["body"] = JToken.Parse(body);
        }

        var pact = Interaction("2.0.0", "{}", "{}");
        (pact["interactions"]![0]!["request"], pact["interactions"]![0]!["response"]) = (
            sent,
            new JObject { ["status"] = 200 }
        );

        var result = new ContractVerifier(description.Root).Verify(
            PactContract.ReadAll([_folder.Write("pact.json", pact.ToString())]),
            "small"
        );

        Assert.Equal(
            problem,
            string.Join(
                "; ",
                Assert.Single(result.Interactions).Problems.Select(found => $"{found.Place}: {found.Message}")
            )
        );
    }

    [Fact]
    public void A_folder_without_a_pact_and_a_missing_file_are_errors()
    {
        Assert.Contains(
            "holds no pact",
            Assert.Throws<SpecException>(() => PactContract.ReadAll([_folder.Path])).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no such file",
            Assert.Throws<SpecException>(() => PactContract.ReadAll([Path.Combine(_folder, "none.json")])).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Nothing_that_was_verified_is_no_success() => Assert.True(new ContractResult("x", [], []).HasFailed);

    [Fact]
    public void An_operation_that_the_release_does_not_have_yet_is_a_failure()
    {
        var old = new ContractVerifier(new ReleaseStore(Repository.Layout.OpenApi).Read("5.0.0").Root);
        var result = old.Verify(PactContract.ReadAll([Committed]), "5.0.0");
        Assert.Contains(
            result.Interactions,
            interaction =>
                interaction.Outcome is ContractOutcome.Failed
                && interaction.Problems[0].Place is "request.path" or "request.method"
        );
    }

    internal static JObject Pact()
    {
        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(File.ReadAllText(Committed)))
        {
            DateParseHandling = Newtonsoft.Json.DateParseHandling.None,
        };
        return JObject.Load(reader);
    }

    private static JObject Interaction(string version, string request, string response)
    {
        var (sent, answered) = (JObject.Parse(request), JObject.Parse(response));
        sent["method"] = "get";
        sent.TryAdd("path", "/boards");
        answered["status"] = 200;
        return new JObject
        {
            ["consumer"] = new JObject { ["name"] = "app" },
            ["provider"] = new JObject { ["name"] = "Pinterest" },
            ["interactions"] = new JArray(
                new JObject
                {
                    ["description"] = "boards",
                    ["request"] = sent,
                    ["response"] = answered,
                }
            ),
            ["metadata"] = new JObject { ["pactSpecification"] = new JObject { ["version"] = version } },
        };
    }

    private ContractResult Verify(JObject pact) =>
        Verifier.Verify(PactContract.ReadAll([_folder.Write("pact.json", pact.ToString())]), "the pinned release");
}
