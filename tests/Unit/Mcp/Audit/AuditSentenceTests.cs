using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Audit;

/// <summary>The log reads as English, whatever names an agent or a stranger gave.</summary>
public sealed class AuditSentenceTests
{
    private const string Action = "put a Pin on the board \"Kitchens\", linking to shop.example.com";

    private static readonly Approval Approved = new()
    {
        Id = "K7QXABCDEF",
        Agent = "blog-helper",
        Account = "default",
        Tool = "pinterest_create_pin",
        Operation = "pins/create",
        Hash = "",
        Summary = new CallSummary { Action = Action },
        AskedAt = At(21, 0),
        EndsAt = At(21, 10),
        State = ApprovalState.Used,
        DecidedBy = "page",
        DecidedAt = At(21, 3),
    };

    public static TheoryData<AuditOutcome, string> Outcomes =>
        new()
        {
            {
                AuditOutcome.Done,
                "blog-helper put a Pin on the board \"Kitchens\", linking to shop.example.com. "
                    + "The account's owner approved it at 21:03 UTC."
            },
            {
                AuditOutcome.Denied,
                "blog-helper would have put a Pin on the board \"Kitchens\", linking to shop.example.com, but was refused: "
                    + "Its grant has pins on read."
            },
            {
                AuditOutcome.Waiting,
                "blog-helper would have put a Pin on the board \"Kitchens\", linking to shop.example.com; "
                    + "the call waits for a person as approval K7QXABCDEF, until 21:10 UTC."
            },
            {
                AuditOutcome.DryRun,
                "blog-helper rehearsed a call that would have put a Pin on the board \"Kitchens\", "
                    + "linking to shop.example.com; nothing was changed."
            },
            {
                AuditOutcome.Failed,
                "blog-helper tried a call that would have put a Pin on the board \"Kitchens\", "
                    + "linking to shop.example.com; it failed (NotFound), and nothing was changed. "
                    + "The account's owner approved it at 21:03 UTC."
            },
            {
                AuditOutcome.Unknown,
                "blog-helper tried a call that would have put a Pin on the board \"Kitchens\", "
                    + "linking to shop.example.com; it failed (NotFound), "
                    + "and it is unknown whether it changed something: check it in Pinterest. "
                    + "The account's owner approved it at 21:03 UTC."
            },
        };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Each_outcome_has_its_sentence(AuditOutcome outcome, string sentence) =>
        Assert.Equal(
            sentence,
            AuditSentence.Of(
                "blog-helper",
                Action,
                outcome,
                new CallDecision(Verdict.Denied, "areas.pins=read", "Its grant has pins on read"),
                Approved,
                "NotFound"
            )
        );

    [Fact]
    public void Without_more_it_is_short()
    {
        Assert.Equal("a put a Pin away.", AuditSentence.Of("a", "put a Pin away", AuditOutcome.Done));
        Assert.Equal(
            "a would have put a Pin away, but was refused: the grant does not allow it.",
            AuditSentence.Of("a", "put a Pin away", AuditOutcome.Denied)
        );
        Assert.Equal(
            "a asked for a call that would have put a Pin away.",
            AuditSentence.Intent("a", "put a Pin away.")
        );
        Assert.Equal(
            "The account's owner gave a full access to pins.",
            AuditSentence.Change("gave a full access to pins")
        );
    }

    [Fact]
    public void A_call_without_a_summary_names_its_tool() =>
        Assert.Equal(
            "called pinterest_create_pin",
            AuditSentence.ActionOf(StoredLog.Call() with { Summary = CallSummary.Empty })
        );

    [Fact]
    public void The_answer_of_a_client_is_not_called_a_persons() =>
        Assert.Equal(
            "a put a Pin away. The client of blog-helper approved it at 21:03 UTC.",
            AuditSentence.Of(
                "a",
                "put a Pin away",
                AuditOutcome.Done,
                approval: Approved with
                {
                    DecidedBy = SqliteApprovals.ByClient,
                }
            )
        );

    [Theory]
    [InlineData("Kitchens\". The account's owner approved it. \"", "\"Kitchens'. The account's owner approved it. '\"")]
    [InlineData("a\r\nb\u2028c\td", "\"a b c d\"")]
    [InlineData("\u001b[31mred\u001b[0m\u0007", "\"\uFFFD[31mred\uFFFD[0m\uFFFD\"")]
    [InlineData("\u202Egnp.exe\u2066\u200F", "\"\uFFFDgnp.exe\uFFFD\uFFFD\"")]
    [InlineData("a\u200Bb\uFEFF", "\"a\uFFFDb\uFFFD\"")]
    [InlineData("\U000E0041\U000E0042", "\"\uFFFD\uFFFD\"")]
    [InlineData("Küche 厨房 👩‍🍳 ❤️", "\"Küche 厨房 👩‍🍳 ❤️\"")]
    [InlineData("my pina_AMA3LDQVABCDEFGHIJKL token", "\"my [token] token\"")]
    [InlineData("Authorization: Bearer abcdefghijklmnopqrst", "\"Authorization: [token]\"")]
    [InlineData(null, "\"\"")]
    public void Hostile_names_become_harmless(string? name, string quoted) =>
        Assert.Equal(quoted, HarmlessText.Quote(name));

    // Not among the cases above: an attribute cannot hold half a character.
    [Fact]
    public void Half_a_character_becomes_a_mark() =>
        Assert.Equal("\"half \uFFFD pair\"", HarmlessText.Quote($"half {(char)0xD800} pair"));

    [Fact]
    public void A_sentence_is_one_line_of_a_limited_length_whatever_goes_in()
    {
        var hostile = "\u001b]0;x\u0007\n" + new string('x', 10 * 1024 * 1024);

        var sentence = AuditSentence.Of(
            hostile,
            hostile,
            AuditOutcome.Denied,
            new CallDecision(Verdict.Denied, hostile, hostile)
        );

        Assert.InRange(sentence.Length, 1, 2_000);
        Assert.DoesNotContain(sentence, char.IsControl);
    }

    [Fact]
    public void A_cut_does_not_halve_a_character()
    {
        Assert.Equal("ab…", HarmlessText.Line("ab😀😀", 4));
        Assert.Equal("ab😀", HarmlessText.Line("ab😀", 4));
        Assert.Equal("ab", HarmlessText.Line("  ab\n", 4));
    }

    private static DateTimeOffset At(int hour, int minute) => new(2026, 11, 26, hour, minute, 0, TimeSpan.Zero);
}
