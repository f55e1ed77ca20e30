using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Pacts;

/// <summary>A pact of each version is read, and what is none is refused.</summary>
public sealed class PactReaderTests : IDisposable
{
    private static readonly ContractVerifier Verifier = new(Repository.Description());
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

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
    [InlineData(
        "4.0",
        """{"path":"/v5/boards","headers":{"Authorization":["Bearer x"]}}""",
        """{"body":{"content":"77u/eyJpdGVtcyI6W119","contentType":"application/json","encoded":"base64"}}"""
    )]
    public void Every_version_of_a_pact_is_read(string version, string request, string response)
    {
        var pact = SmallPact.Of(version, request, response);
        Assert.Equal(
            (ContractOutcome.Passed, "boards/list"),
            Assert.Single(Verify(pact).Interactions) is var good ? (good.Outcome, good.OperationId) : default
        );

        // The same with a member that is not there, so that reading nothing would show.
        var wrong = SmallPact.Of(
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
    [InlineData(
        """
            {"interactions":[{"request":{},"response":{"status":99999999999999999999}}],
            "metadata":{"pactSpecification":{"version":"3.0.0"}}}
            """,
        "#/interactions/0: The status '99999999999999999999' is none of HTTP"
    )]
    [InlineData(
        """
            {"interactions":[{"request":{},"response":{"status":"abc"}}],
            "metadata":{"pactSpecification":{"version":"3.0.0"}}}
            """,
        "The status 'abc' is none of HTTP"
    )]
    [InlineData(
        """{"interactions":[{"request":{},"response":{"status":99}}],"metadata":{"pactSpecification":{"version":"3.0.0"}}}""",
        "The status '99' is none of HTTP"
    )]
    public void What_is_no_pact_is_refused_in_a_line(string text, string message)
    {
        var file = _folder.Write("pact.json", text);
        var error = Assert.Throws<SpecException>(() => PactContract.ReadAll([file]));
        Assert.StartsWith(file, error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    private ContractResult Verify(JObject pact) =>
        Verifier.Verify(PactContract.ReadAll([_folder.Write("pact.json", pact.ToString())]), "the pinned release");
}
