using System.Xml.Linq;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

/// <summary>A report is read back as what it was made of, whatever a contract is called.</summary>
public sealed class ContractReportsTests
{
    private const string Hostile = "<b>@all</b> `|` \u0001\u001b[2J \ud800";

    private static readonly ContractResult Result = new(
        "the description 5.23.0",
        [
            Outcome("good", "boards/list", ContractOutcome.Passed),
            Outcome(Hostile, "boards/get", ContractOutcome.Failed) with
            {
                Problems = [new("response.body.name", "7", "", "must be string, not integer")],
            },
            Outcome("left out", "boards/delete", ContractOutcome.Skipped) with
            {
                Reason = "it changes something",
            },
        ],
        []
    );

    private static InteractionOutcome Outcome(string description, string operation, ContractOutcome outcome) =>
        new()
        {
            Consumer = "app",
            Provider = "Pinterest",
            File = "a.json",
            Description = description,
            OperationId = operation,
            Outcome = outcome,
        };

    [Fact]
    public void Text_names_interaction_place_and_what_was_recorded()
    {
        var text = ContractReports.Print(Result, "text");
        Assert.Contains(
            "(boards/get)\n    response.body.name: must be string, not integer\n        recorded: 7\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("SKIPPED  left out (boards/delete): it changes something\n", text, StringComparison.Ordinal);
        Assert.EndsWith(
            "\n3 interactions against the description 5.23.0: 1 passed, 1 failed, 1 skipped",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain('\u001b', text);
    }

    [Theory]
    [InlineData("FRIENDS", "PUBLIC, SECRET", false, "recorded: FRIENDS; allowed: PUBLIC, SECRET")]
    [InlineData("", "required", false, "recorded: nothing; allowed: required")]
    [InlineData("7", "", false, "recorded: 7")]
    [InlineData("200", "404", true, "expected 200, actual 404")]
    [InlineData("200", "", true, "expected 200, actual nothing")]
    [InlineData("", "", false, null)]
    public void Only_a_provider_returns_something_actual(string expected, string actual, bool asked, string? shown)
    {
        var problem = new InteractionProblem("response.status", expected, actual, "differs") { IsFromProvider = asked };
        var failed = Outcome("one", "boards/get", ContractOutcome.Failed) with { Problems = [problem] };
        foreach (var format in (string[])["text", "markdown", "html"])
        {
            var text = ContractReports.Print(new ContractResult("5.23.0", [failed], []), format);
            Assert.Equal(shown is not null, text.Contains(shown ?? "recorded: ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Json_is_versioned_and_whole()
    {
        var json = JObject.Parse(ContractReports.Print(Result, "json"));
        Assert.Equal((1, true, 3), ((int)json["schema"]!, (bool)json["failed"]!, json["interactions"]!.Count()));
        Assert.Equal(
            ("failed", "response.body.name"),
            (
                (string?)json["interactions"]![1]!["outcome"],
                (string?)json["interactions"]![1]!["problems"]![0]!["place"]
            )
        );
    }

    [Fact]
    public void JUnit_is_XML_that_counts()
    {
        var text = ContractReports.Print(Result, "junit");
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>", text, StringComparison.Ordinal);
        var suite = XElement.Parse(text).Element("testsuite")!;
        Assert.Equal(
            ("3", "1", "1"),
            (
                (string?)suite.Attribute("tests"),
                (string?)suite.Attribute("failures"),
                (string?)suite.Attribute("skipped")
            )
        );
        Assert.Equal(
            "response.body.name: must be string, not integer",
            (string?)suite.Descendants("failure").Single().Attribute("message")
        );
    }

    [Theory]
    [InlineData("text", "PENDING  new (boards/get)")]
    [InlineData("markdown", "- **pending** new")]
    [InlineData("json", "\"pendingFailures\": 1")]
    [InlineData("junit", "<skipped message=\"pending: response.status")]
    public void A_pending_failure_is_shown_and_fails_nothing(string format, string shown)
    {
        var result = new ContractResult(
            "a description",
            [
                Outcome("good", "boards/list", ContractOutcome.Passed),
                Outcome("new", "boards/get", ContractOutcome.Failed) with
                {
                    IsPending = true,
                    Problems = [new("response.status", "404", "200", "boards/get does not answer 404")],
                },
            ],
            []
        );
        Assert.False(result.HasFailed);
        Assert.Contains(shown, ContractReports.Print(result, format), StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_lets_nothing_become_markup()
    {
        var text = ContractReports.Print(Result, "markdown");
        Assert.Contains("🔴 3 interactions", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@all", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_without_interactions_are_shown_and_fail()
    {
        var empty = new ContractResult("the sandbox", [], ["Nothing was there."]);
        Assert.True(empty.HasFailed);
        foreach (var format in ContractReports.Formats)
        {
            Assert.Contains(
                "Nothing was there.",
                ContractReports.Print(empty, format).Replace("\\.", ".", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
        }
    }
}
