using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Pacts;

/// <summary>A recorded request is held against the description, part by part.</summary>
public sealed class RequestVerificationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

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
    [InlineData("POST /things/1", "X-Kind: 7", null, "request.body: things/create requires a body")]
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

        var pact = SmallPact.Of("2.0.0", "{}", "{}");
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
}
