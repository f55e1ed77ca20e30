using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>
/// The breaks that a team has accepted: <c>{ "accepted": [ { "rule", "place", "reason", "until" } ] }</c>. An entry
/// that has ended, or that matches nothing, is reported, so that the file stays up to date.
/// </summary>
internal sealed class AcceptedBreaks
{
    private readonly IReadOnlyList<AcceptedBreak> _entries;
    private readonly string _file;

    private AcceptedBreaks(string file, IReadOnlyList<AcceptedBreak> entries)
    {
        _file = file;
        _entries = entries;
    }

    /// <summary>Reads the file. Without a file no break is accepted.</summary>
    /// <exception cref="SpecException">The file is malformed.</exception>
    public static AcceptedBreaks Read(string path)
    {
        if (!File.Exists(path))
        {
            return new AcceptedBreaks(path, []);
        }

        var name = Path.GetFileName(path);
        var root = DescriptionReader.Parse(BoundedFile.Read(path), name);
        if (root["accepted"] is not JArray list)
        {
            throw new SpecException(name, "There is no list 'accepted'.", "Write { \"accepted\": [] }.");
        }

        return new AcceptedBreaks(name, [.. list.Select(entry => Entry(name, entry))]);
    }

    /// <summary>
    /// Marks the findings that are accepted, and adds a notice for each entry that has ended or matches nothing.
    /// </summary>
    /// <param name="result">The comparison.</param>
    /// <param name="today">The day that decides which entries have ended.</param>
    public DiffResult Apply(DiffResult result, DateOnly today)
    {
        if (_entries.Count == 0)
        {
            return result;
        }

        var live = _entries.Where(entry => entry.Until is not { } end || end >= today).ToList();
        var findings = result
            .Findings.Select(finding =>
                live.Find(entry => Matches(entry, finding)) is { } entry
                    ? finding with
                    {
                        Accepted = entry.Reason,
                    }
                    : finding
            )
            .ToList();
        var ended = _entries
            .Except(live)
            .Where(entry => result.Findings.Any(finding => Matches(entry, finding)))
            .Select(entry =>
                $"{_file}: the acceptance of {entry.Rule} at {entry.Place} ended on {entry.Until:yyyy-MM-dd}."
            );
        var unused = _entries
            .Where(entry => !result.Findings.Any(finding => Matches(entry, finding)))
            .Select(entry => $"{_file}: the acceptance of {entry.Rule} at {entry.Place} matches nothing; remove it.");
        return result with { Findings = findings, Notices = [.. result.Notices, .. ended, .. unused] };
    }

    private static bool Matches(AcceptedBreak entry, Finding finding) =>
        entry.Rule == finding.Rule.Id && (entry.Place == finding.Pointer || entry.Place == finding.Fingerprint);

    private static AcceptedBreak Entry(string file, JToken entry)
    {
        var place = JsonPointer.Place(file, entry);
        var rule = Text("rule");
        if (DiffRules.All.All(known => known.Id != rule))
        {
            throw new SpecException(place, $"There is no rule '{rule}'.", "See 'pinterest-openapi diff --rules'.");
        }

        return new AcceptedBreak(rule, Text("place"), Text("reason"), Until(place, entry["until"]));

        string Text(string name) =>
            entry is JObject && entry[name] is JValue { Value: string { Length: > 0 } text }
                ? text
                : throw new SpecException(
                    place,
                    $"The entry has no '{name}'.",
                    "Each entry has rule, place and reason."
                );
    }

    private static DateOnly? Until(string place, JToken? until)
    {
        if (until is null or { Type: JTokenType.Null })
        {
            return null;
        }

        return DateOnly.TryParseExact(
            (string?)(until as JValue),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : throw new SpecException(place, $"'{until}' is no day.", "Write until as yyyy-MM-dd.");
    }
}
