using System.Text;
using NJsonSchema;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Unit.Mcp.Grants;

public sealed class GrantFileTests
{
    private const string Whole = """
        {
          "$schema": "grants.schema.json",
          "agents": {
            "blog-helper": {
              "account": "shop",
              "ends": "2027-01-31T18:00:00Z",
              "areas": { "boards": "read", "pins": "full" },
              "allow": ["operation:product_tags/list"],
              "deny": ["pinterest_delete_*"],
              "ask": ["pinterest_create_pin"],
              "confirmBy": "client",
              "secret": true,
              "limits": {
                "boards": ["123"],
                "linkHosts": ["*.example.com"],
                "folder": "/srv/pictures",
                "creationsPerDay": 5,
                "money": 0
              }
            }
          }
        }
        """;

    // What is refused: the JSON of an agent, the line of the fault, and what the message says.
    public static TheoryData<string, int, string> Wrong { get; } =
        new()
        {
            { """{"area": {}}""", 2, "There is no member 'area'. Allowed are account, ends, areas" },
            { """{"areas": {"pin": "full"}}""", 2, "There is no area 'pin'. Allowed are status, boards, pins" },
            { """{"areas": {"pins": "write"}}""", 2, "'write' is no right of an area. Allowed are off, read, full." },
            { "{\"areas\":\n{\"pins\": \"off\", \"pins\": \"full\"}}", 3, "'pins' is here twice" },
            { """{"account": "a", "account": "b"}""", 2, "'account' is here twice" },
            { """{"limits": {"board": []}}""", 2, "There is no member 'board'. Allowed are boards, linkHosts" },
            { """{"limits": {"creationsPerDay": -1}}""", 2, "a whole number from 0 to 100000" },
            { """{"limits": {"creationsPerDay": 1.5}}""", 2, "a whole number from 0 to 100000" },
            { """{"limits": {"boards": ["../1"]}}""", 2, "The id of a board has" },
            { """{"limits": {"linkHosts": ["https://example.com"]}}""", 2, "A host is a name such as example.com" },
            { """{"limits": {"linkHosts": ["*"]}}""", 2, "A host is a name such as example.com" },
            { """{"limits": {"money": -1}}""", 2, "a number from 0 on" },
            { """{"allow": ["Pinterest Pins"]}""", 2, "A rule is the name of a tool" },
            { """{"allow": ["a", "a"]}""", 2, "'a' is in allow twice" },
            { """{"deny": "pins"}""", 2, "deny must be a list of texts" },
            { """{"deny": [1]}""", 2, "Each entry of deny must be a text" },
            { """{"secret": "yes"}""", 2, "secret must be true or false" },
            { """{"confirmBy": "agent"}""", 2, "Allowed are person, client" },
            { """{"ends": "tomorrow"}""", 2, "'tomorrow' is no time" },
            { "[]", 2, "must be an object" },
        };

    private static readonly string[] Right =
    [
        "{}",
        """{"areas": {"pins": "off"}}""",
        """{"ask": []}""",
        """{"ends": "2027-01-31T18:00+01:00"}""",
    ];

    [Fact]
    public void A_whole_grant_is_read_and_written_back()
    {
        var read = Parse(Whole);
        var grant = read.Agents["blog-helper"];
        Assert.Equal("shop", grant.Account);
        Assert.Equal(new DateTimeOffset(2027, 1, 31, 18, 0, 0, TimeSpan.Zero), grant.Ends);
        Assert.Equal(AreaAccess.Full, grant.Areas[Area.Pins]);
        Assert.Equal(ConfirmBy.Client, grant.ConfirmBy);
        Assert.True(grant.Secret);
        Assert.Equal(5, grant.Limits.CreationsPerDay);
        Assert.Equal(["*.example.com"], grant.Limits.LinkHosts);

        var written = read.Format();
        Assert.Equal(written, Parse(written).Format());
        Assert.Equal(["pinterest_create_pin"], Parse(written).Agents["blog-helper"].Ask);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_not_known_is_refused_with_its_line_and_what_is_allowed(string agent, int line, string says)
    {
        var error = Assert.Throws<GrantFileException>(() => Parse("{\"agents\":\n{\"a\": " + agent + "}}"));
        Assert.Equal(line, error.Line);
        Assert.StartsWith($"grants.json, line {line}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Nothing is allowed until it is mended.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"agents\": {}} x")]
    [InlineData("{\"agents\": {}} {}")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"agents\": {\"bad name\": {}}}")]
    [InlineData("{\"agents\": {\"a\": {}, \"a\": {}}}")]
    [InlineData("{\"agents\": {\"a\": {\"deny\": [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]}}}")]
    public void What_is_no_file_of_grants_is_refused(string text) =>
        Assert.Throws<GrantFileException>(() => Parse(text));

    [Fact]
    public void A_text_that_is_not_UTF_8_is_refused() =>
        Assert.Throws<GrantFileException>(() => GrantFile.Parse([.. "{\"agents\": {\""u8, 0xFF, .. "\": {}}}"u8]));

    [Fact]
    public void An_unknown_operation_is_refused_and_an_unknown_tool_when_the_tools_are_known()
    {
        const string Text = """{"agents": {"a": {"deny": ["pinterest_delet_pin"]}}}""";
        Assert.Single(Parse(Text).Agents);
        var error = Assert.Throws<GrantFileException>(() =>
            GrantFile.Parse(Encoding.UTF8.GetBytes(Text), tools: ["pinterest_delete_pin"])
        );
        Assert.Contains("There is no such tool", error.Message, StringComparison.Ordinal);
        Assert.Throws<GrantFileException>(() => Parse("""{"agents": {"a": {"allow": ["operation:pins/creat"]}}}"""));
    }

    [Fact]
    public void Comments_are_read_over_and_noticed()
    {
        Assert.True(Parse("// Mine\n{\"agents\": {}}").HasComments);
        Assert.False(Parse("{\"agents\": {}}").HasComments);
    }

    [Fact]
    public void A_message_shows_no_hidden_characters_of_the_file()
    {
        var error = Assert.Throws<GrantFileException>(() => Parse("{\"agents\": {}, \"a\\u001b\\u202e\": 1}"));
        Assert.Contains("'a??'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_takes_what_the_reader_takes()
    {
        var schema = await JsonSchema.FromJsonAsync(GrantSchema.Read());
        Assert.Empty(schema.Validate(Whole));
        Assert.All(Right, agent => Assert.Empty(schema.Validate(OfAgent(agent))));
        Assert.All(Right, agent => Assert.Single(Parse(OfAgent(agent)).Agents));
    }

    [Fact]
    public async Task The_schema_refuses_what_the_reader_refuses()
    {
        var schema = await JsonSchema.FromJsonAsync(GrantSchema.Read());

        // A schema cannot see that a member stands twice.
        var seen = Wrong
            .Select(row => (string)row[0])
            .Where(agent => !agent.Contains("account\": \"b", StringComparison.Ordinal));
        Assert.All(
            seen.Where(agent => !agent.Contains("\"pins\": \"off\"", StringComparison.Ordinal)),
            agent => Assert.NotEmpty(schema.Validate(OfAgent(agent)))
        );
        Assert.NotEmpty(schema.Validate("{}"));
        Assert.NotEmpty(schema.Validate("""{"agents": {"bad name": {}}}"""));
    }

    [Fact]
    public async Task The_schema_names_every_area()
    {
        var schema = await JsonSchema.FromJsonAsync(GrantSchema.Read());
        var areas = schema.Definitions["agent"].Properties["areas"].ActualSchema.Properties.Keys;
        Assert.Equal(GrantWords.Areas.Order(), areas.Order());
    }

    private static IEnumerable<string> WrongAgents()
    {
        foreach (object[] row in Wrong)
        {
            yield return (string)row[0];
        }
    }

    private static string OfAgent(string agent) => "{\"agents\": {\"a\": " + agent + "}}";

    private static GrantFile Parse(string text) => GrantFile.Parse(Encoding.UTF8.GetBytes(text));
}
