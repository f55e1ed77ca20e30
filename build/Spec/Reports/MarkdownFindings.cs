using System.Globalization;
using System.Text;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// The findings of a comment, folded by group. Where not all of them fit, every breaking one still has its line:
/// compatible findings and texts are counted instead of listed, then lists within the lines are left out.
/// </summary>
internal sealed class MarkdownFindings
{
    // What the last line may need, and the line of each group that counts what it does not list.
    private const int Reserve = 300;
    private const int ReserveOfGroup = 80;
    private const int ShortMessage = 200;
    private const int ShortName = 100;

    // How much of the room the headings of groups may take that have nothing to show but counts.
    private const int RoomForCounts = 10_000;

    private static readonly Dictionary<Severity, string> Marks = new()
    {
        [Severity.Breaking] = "🔴",
        [Severity.PotentiallyBreaking] = "🟠",
        [Severity.Compatible] = "🟢",
        [Severity.Documentation] = "⚪",
    };

    private readonly List<NamedGroup> _groups;
    private readonly Dictionary<Finding, string> _lines = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _opened = new(StringComparer.Ordinal);
    private long _left;

    /// <summary>Decides what is shown.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="room">How many characters they may take.</param>
    public MarkdownFindings(IReadOnlyList<Finding> findings, int room)
    {
        _groups =
        [
            .. findings
                .GroupBy(GroupOf)
                .OrderByDescending(group => group.Max(finding => finding.Severity))
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new NamedGroup(group.Key, [.. group])),
        ];
        _left = room - Reserve - Math.Min(RoomForCounts, _groups.Sum(group => (long)CountLine(group).Length));
        Choose();
    }

    /// <summary>Gets how many findings are counted, and have no line.</summary>
    public int NotShown => _groups.Sum(group => group.Findings.Count) - _lines.Count;

    private static string Close => "\n</details>\n";

    /// <summary>Writes the groups.</summary>
    public string Print()
    {
        var text = new StringBuilder();
        var counted = new List<NamedGroup>();
        foreach (var group in _groups)
        {
            if (group.Findings.Exists(_lines.ContainsKey))
            {
                AddGroup(text, group);
            }
            else
            {
                counted.Add(group);
            }
        }

        AddCounted(text, counted);
        return text.ToString();
    }

    // Breaking findings first get a short line each, whether it fits or not. What is left goes to the others in the
    // order of how much they matter.
    private void Choose()
    {
        var breaking = Where(IsBreaking);
        var potential = Where(finding => !IsBreaking(finding) && finding.Severity >= Severity.PotentiallyBreaking);
        AddLines(breaking, ShortLine, mustFit: false);
        AddLines(potential, ShortLine);
        AddLines(breaking, FullLine);
        AddLines(potential, FullLine);
        AddLines(Where(finding => finding.Severity is Severity.Compatible), FullLine);
        AddLines(Where(finding => finding.Severity is Severity.Documentation), FullLine);
    }

    private List<(Finding Finding, NamedGroup Group)> Where(Func<Finding, bool> isMeant) =>
        [.. _groups.SelectMany(group => group.Findings.Where(isMeant).Select(finding => (finding, group)))];

    private void AddLines(
        List<(Finding Finding, NamedGroup Group)> findings,
        Func<Finding, string> write,
        bool mustFit = true
    )
    {
        foreach (var (finding, group) in findings)
        {
            // Nothing fits any more, so no line is written only to be thrown away.
            if (mustFit && _left <= 0)
            {
                return;
            }

            var line = write(finding);
            var known = _lines.TryGetValue(finding, out var written) ? written.Length : 0;
            var heading = _opened.Contains(group.Name) ? 0 : group.Heading.Length + Close.Length + ReserveOfGroup;
            var more = line.Length - known + heading;
            if (!mustFit || more <= _left)
            {
                _lines[finding] = line;
                _opened.Add(group.Name);
                _left -= more;
            }
        }
    }

    private static bool IsBreaking(Finding finding) =>
        finding.Severity is Severity.Breaking && finding.Accepted is null;

    // A change that reaches many groups stands once, under its own heading.
    private static string GroupOf(Finding finding) =>
        finding.Groups.Count switch
        {
            0 => "the whole description",
            1 => finding.Groups[0],
            _ => "several groups",
        };

    private void AddGroup(StringBuilder text, NamedGroup group)
    {
        text.Append(group.Heading);
        foreach (var finding in group.Findings.Where(_lines.ContainsKey))
        {
            text.Append(_lines[finding]);
        }

        var rest = group.Findings.Where(finding => !_lines.ContainsKey(finding)).ToList();
        if (rest.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"- not listed: {Severities(rest)}\n");
        }

        text.Append(Close);
    }

    // The groups of which nothing is listed have a line each, as long as these fit.
    private static void AddCounted(StringBuilder text, List<NamedGroup> groups)
    {
        if (groups.Count == 0)
        {
            return;
        }

        text.Append("\nNot listed:\n\n");
        var room = RoomForCounts;
        var rest = new List<Finding>();
        var restGroups = 0;
        foreach (var group in groups)
        {
            var line = CountLine(group);
            if (line.Length <= room)
            {
                text.Append(line);
                room -= line.Length;
            }
            else
            {
                rest.AddRange(group.Findings);
                restGroups++;
            }
        }

        if (restGroups > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {Counts.Of(restGroups, "more group")} {Severities(rest)}\n");
        }
    }

    private static string CountLine(NamedGroup group) =>
        $"- {Markdown.Escape(Cut(group.Name, ShortName))}: {Severities(group.Findings)}\n";

    private static string Severities(List<Finding> findings) =>
        string.Join(
            ' ',
            findings
                .GroupBy(finding => finding.Severity)
                .OrderByDescending(count => count.Key)
                .Select(count => $"{Marks[count.Key]} {count.Count()}")
        );

    private static string ShortLine(Finding finding) =>
        $"- {Marks[finding.Severity]} {Markdown.Escape(Cut(finding.Message, ShortMessage))} `{finding.Rule.Id}`\n";

    private static string FullLine(Finding finding)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"- {Marks[finding.Severity]} {Markdown.Escape(finding.Message)}");
        text.Append(CultureInfo.InvariantCulture, $" `{finding.Rule.Id}`{Markdown.Escape(DiffText.Reach(finding))}");
        if (DiffText.Used(finding) is { } used)
        {
            text.Append(CultureInfo.InvariantCulture, $" — **{Markdown.Escape(used)}**");
        }

        if (DiffText.Members(finding) is { } members)
        {
            text.Append(CultureInfo.InvariantCulture, $" — client: {Markdown.Escape(members)}");
        }

        if (finding.Accepted is { } reason)
        {
            text.Append(CultureInfo.InvariantCulture, $" — accepted: {Markdown.Escape(reason)}");
        }

        return text.Append('\n').ToString();
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        // A character of two halves is not cut in the middle.
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "...";
    }

    /// <summary>The findings under one heading.</summary>
    private sealed record NamedGroup(string Name, List<Finding> Findings)
    {
        /// <summary>Gets the heading, made once, because it counts all findings.</summary>
        public string Heading { get; } =
            $"\n<details{(Findings.Exists(IsBreaking) ? " open" : "")}><summary>"
            + $"<b>{Markdown.InElement(Cut(Name, ShortName))}</b> {Severities(Findings)}</summary>\n\n";
    }
}
