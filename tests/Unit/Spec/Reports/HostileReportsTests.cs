using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Tool.Output;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

/// <summary>
/// Every writer, with hostile texts at every place where others write: no line is a command, no character moves a
/// cursor or hides, no markup comes of a text, and the text can still be read.
/// </summary>
public sealed partial class HostileReportsTests
{
    private const int Rounds = 60;
    private const int Seed = 5023;

    public static TheoryData<string> Forms => [.. Writers.Keys];

    private static Dictionary<string, Func<HostileReport, string>> Writers =>
        new Dictionary<string, Func<HostileReport, string>>
        {
            ["operations text"] = made => new OperationsReport("5.0.0", 1, made.Operations()).Print("text"),
            ["operations markdown"] = made => new OperationsReport("5.0.0", 1, made.Operations()).Print("markdown"),
            ["operations json"] = made => new OperationsReport("5.0.0", 1, made.Operations()).Print("json"),
            ["operations html"] = made =>
                new EndpointHtml
                {
                    Version = "5.0.0",
                    Operations = made.Operations(),
                    SecretScopes = operation => [.. operation.Scopes],
                }.Print(),
            ["check html"] = made => CheckHtml.Print(made.Check()),
        }
            .Concat(
                DiffReports.Formats.Select(form => Writer("diff", form, made => DiffReports.Print(made.Diff(), form)))
            )
            .Concat(CheckReports.Formats.Select(form => Writer("check", form, made => Check(made.Check(), form))))
            .Concat(
                ContractReports.Formats.Select(form =>
                    Writer("contract", form, made => ContractReports.Print(made.Contracts(), form))
                )
            )
            .Concat(
                LedgerReports.Formats.Select(form =>
                    Writer("releases", form, made => LedgerReports.Print(made.Releases(), form))
                )
            )
            .Concat(
                FlagReports.Formats.Select(form => Writer("flags", form, made => FlagReports.Print(made.Flags(), form)))
            )
            .ToDictionary();

    [Theory]
    [MemberData(nameof(Forms))]
    public void No_text_of_others_acts_in_a_report(string name)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var text = Writers[name](new HostileReport(new HostilePayload(Seed + round)));
            AssertLines(text, form: name.Split(' ')[1]);
            switch (name.Split(' ')[1])
            {
                case "markdown":
                    ReadMarkdown.AssertHarmless(text);
                    Assert.Contains(HostilePayload.Mark, ReadMarkdown.Shown(text), StringComparison.Ordinal);
                    break;
                case "junit":
                    Assert.Contains(HostilePayload.Mark, XDocument.Parse(text).ToString(), StringComparison.Ordinal);
                    break;
                case "json" or "sarif":
                    Assert.Contains(HostilePayload.Mark, JToken.Parse(text).ToString(), StringComparison.Ordinal);
                    break;
                case "html":
                    Assert.DoesNotContain("<img", text, StringComparison.Ordinal);
                    Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
                    break;
                default:
                    Assert.Contains(HostilePayload.Mark, text, StringComparison.Ordinal);
                    break;
            }
        }
    }

    [Fact]
    public void Markdown_shows_a_text_as_it_is()
    {
        var texts = new HostilePayload(Seed);
        for (var round = 0; round < 5_000; round++)
        {
            var text = texts.Next();
            var expected = Words(UnsafeCharacters.Escape(text).Replace("\u200B", "", StringComparison.Ordinal));
            foreach (var line in new[] { "- @", "## @", "> @", "| a |\n|---|\n| @ |", "@" })
            {
                var markdown = line.Replace("@", Markdown.Escape(text), StringComparison.Ordinal);
                ReadMarkdown.AssertHarmless(markdown);
                var shown = Words(ReadMarkdown.Shown(markdown));
                Assert.Equal(expected, line.StartsWith('|') ? shown[2..] : shown);
            }
        }
    }

    [Fact]
    public void JSON_keeps_every_character()
    {
        var texts = new HostilePayload(Seed);
        for (var round = 0; round < 5_000; round++)
        {
            // No reader takes a half of a surrogate pair.
            var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(texts.Next()));
            Assert.Equal(text, (string?)JArray.Parse(JsonReport.Print(new JArray(text)))[0]);
        }
    }

    [Fact]
    public async Task No_text_of_others_acts_in_a_message_of_the_tool()
    {
        using var folder = new TemporaryFolder();
        for (var round = 0; round < Rounds; round++)
        {
            var texts = new HostilePayload(Seed + round);
            var made = new HostileReport(texts);
            var description = made.Description("/" + texts.Next(), texts.Some(2));
            var file = Path.Combine(folder, "hostile.json");
            await File.WriteAllBytesAsync(file, description.Bytes.ToArray());
            foreach (
                var arguments in new string[][]
                {
                    ["operations", "--description", file],
                    ["operations", "--description", NoAddress(texts.Next())],
                    ["diff", file, NoAddress(texts.Next()), "--no-client"],
                    ["pin", NoAddress(texts.Next()), "--repository", folder],
                    ["pin", file, "--repository", Repository.Root, "--sha256", texts.Next()],
                    ["check", "--format", texts.Next()],
                    [texts.Next()],
                }
            )
            {
                var (_, output, errors) = await ToolRun.Of(arguments);
                AssertLines(output + errors, "text");
            }
        }
    }

    private static KeyValuePair<string, Func<HostileReport, string>> Writer(
        string report,
        string form,
        Func<HostileReport, string> print
    ) => new($"{report} {form}", print);

    // Nothing is downloaded.
    private static string NoAddress(string text) => text.Replace("https", "ftp", StringComparison.Ordinal);

    // A candidate's comparison is a document of its own.
    private static string Check(CheckReport report, string form) =>
        CheckReports.Print(form == "json" ? report with { CandidateChanges = null } : report, form);

    private static void AssertLines(string text, string form)
    {
        foreach (var line in text.Split('\n'))
        {
            var isOurs = form == "github" && OurCommand().IsMatch(line);
            Assert.False(line.TrimStart().StartsWith("::", StringComparison.Ordinal) && !isOurs, line);
        }

        Assert.DoesNotContain("##[", text, StringComparison.Ordinal);
        Assert.DoesNotContain("##vso[", text, StringComparison.Ordinal);

        // The one character that hides is ours: it keeps GitHub from acting.
        var others = form == "markdown" ? text.Replace("\u200B", "", StringComparison.Ordinal) : text;
        for (var i = 0; i < others.Length; i++)
        {
            Assert.False(
                others[i] is not ('\n' or '\t') && UnsafeCharacters.IsAt(others, i),
                $"U+{(int)others[i]:X4} in {form}: {others[Math.Max(0, i - 40)..Math.Min(others.Length, i + 40)]}"
            );
        }
    }

    private static string Words(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\A::(?:error|warning|notice) file=[^:,]*,line=\d+,col=\d+,title=[a-z-]+::")]
    private static partial Regex OurCommand();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
