using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Reports.Html;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// The changed piece of each finding as it is in both files: the lines that differ, and a line around them. Example: of
/// an enum with 200 values, only the removed one and its neighbours are shown.
/// </summary>
internal sealed class PlaceExcerpts(DiffResult result)
{
    private const int ReadLines = 400;
    private const int ShownLines = 12;
    private const string Gap = "  …";

    // The findings share so many characters, the worst ones first. No two releases of Pinterest's need them all.
    private int _left = 1_000_000;

    /// <summary>Gets how many findings have no excerpts because there was no room for more.</summary>
    public int NotShown { get; private set; }

    /// <summary>Gives the excerpts of a finding: those of both files, or none.</summary>
    public IReadOnlyList<ExcerptPart> Of(Finding finding)
    {
        var places = PiecesOf(finding);
        if (places is { Base: null, Revision: null })
        {
            return [];
        }

        if (_left <= 0)
        {
            NotShown++;
            return [];
        }

        var before = Read(places.Base);
        var after = Read(places.Revision);
        var excerpts = new[]
        {
            new ExcerptPart
            {
                Label = Label("Before", result.Base, places.Base, finding.BasePosition),
                Lines = [.. Lines(before, after, "-")],
            },
            new ExcerptPart
            {
                Label = Label("After", result.Revision, places.Revision, finding.RevisionPosition),
                Lines = [.. Lines(after, before, "+")],
            },
        };
        _left -= excerpts.Sum(excerpt => excerpt.Label.Length + excerpt.Lines.Sum(line => line.Text.Length));
        return excerpts;
    }

    // A keyword alone says little, so its schema is shown, which the other file has even where it lacks the keyword.
    // Example: "nullable": true is shown within "width": { "nullable": true, "type": "integer" }.
    private static Sides<JToken?> PiecesOf(Finding finding)
    {
        var places = finding.Places;
        return places is { Base: null, Revision: null } || !IsKeyword(places.Base) || !IsKeyword(places.Revision)
            ? places
            : new(Holder(places.Base, finding.Nearest.Base), Holder(places.Revision, finding.Nearest.Revision));
    }

    private static bool IsKeyword(JToken? place) => place is null or JValue { Parent: JProperty };

    private static JToken? Holder(JToken? place, JToken? nearest)
    {
        var member = place?.Parent;
        return member?.Parent ?? nearest as JObject;
    }

    private static IReadOnlyList<string> Read(JToken? place) => place is null ? [] : JsonLines.Of(place, ReadLines);

    private static string Label(string word, DiffSide side, JToken? place, Position? position)
    {
        if (place is null)
        {
            return $"{word}: not in {side.Version}";
        }

        return position is { } at
            ? $"{word}: {side.Version}, {side.FileOf(at)}:{at.Line}:{at.Column}"
            : $"{word}: {side.Version}";
    }

    private static IEnumerable<ExcerptLinePart> Lines(
        IReadOnlyList<string> lines,
        IReadOnlyList<string> others,
        string sign
    )
    {
        var differs = Differing(lines, others);

        // Where nothing differs, the beginning is shown.
        var differsNowhere = !differs.Contains(true);
        var last = -1;
        var shown = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!differsNowhere && !IsShown(i, differs))
            {
                continue;
            }

            if (shown == ShownLines)
            {
                break;
            }

            if (i > last + 1)
            {
                yield return Line("", Gap);
            }

            yield return differs[i]
                ? Line(sign == "-" ? "removed" : "added", $"{sign} {lines[i]}")
                : Line("", $"  {lines[i]}");
            last = i;
            shown++;
        }

        if (last < lines.Count - 1)
        {
            yield return Line("", Gap);
        }
    }

    private static ExcerptLinePart Line(string style, string text) => new() { Style = style, Text = text };

    // The first line names the piece.
    private static bool IsShown(int i, bool[] differs) =>
        i == 0 || differs[i] || differs[i - 1] || (i + 1 < differs.Length && differs[i + 1]);

    // A comma at the end depends on the neighbours and is no difference.
    private static bool[] Differing(IReadOnlyList<string> lines, IReadOnlyList<string> others)
    {
        var left = others
            .GroupBy(line => line.TrimEnd(','), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        return [.. lines.Select(line => !Take(left, line.TrimEnd(',')))];
    }

    private static bool Take(Dictionary<string, int> left, string line)
    {
        if (left.GetValueOrDefault(line) == 0)
        {
            return false;
        }

        left[line]--;
        return true;
    }
}
