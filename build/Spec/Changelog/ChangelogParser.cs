using System.Text.RegularExpressions;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>
/// Reads a changelog line by line. A heading <c># API Changelog (1.0.0 → 1.1.0)</c> names the releases, <c>## Houses</c>
/// a group, <c>GET /houses</c> an endpoint, and <c>- ...</c> says what happened to the endpoints above it. A flag
/// ⚠ behind the dash marks the line as breaking. Several endpoints in a row share the lines that follow.
/// </summary>
internal sealed partial class ChangelogParser(string name)
{
    private const int MaxEndpoints = 10_000;

    // Endpoints in a row all get each line, so the size of the file is no bound. That of 5.28.0 gives about 7,000 in all.
    private const int MaxLinesOfEndpoints = 200_000;

    // What is stored must be readable again, as a file of at most 32 MiB.
    private const long MaxCharactersOfEndpoints = DescriptionSource.MaxBytes;

    private const int MaxUnknownForms = 200;
    private const int LongestLine = 16_000;
    private const int LongestExample = 200;
    private const string Flag = "⚠";

    private readonly Dictionary<string, EndpointDraft> _endpoints = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnknownForm> _unknown = new(StringComparer.Ordinal);
    private readonly List<EndpointDraft> _current = [];
    private string _group = "";
    private string? _from;
    private string? _to;
    private bool _hasLines;
    private int _lineNumber;
    private int _documentLines;
    private int _linesOfEndpoints;
    private long _charactersOfEndpoints;

    /// <summary>Reads the next line.</summary>
    /// <exception cref="SpecException">The line or the file is larger than a changelog can be.</exception>
    public void Add(string line)
    {
        _lineNumber++;
        if (line.Length > LongestLine)
        {
            throw new SpecException(
                $"{name} line {_lineNumber}",
                $"The line has {line.Length} characters; at most {LongestLine} are read.",
                "Check that the file is a changelog of Pinterest."
            );
        }

        if (line.Length == 0 || line is "---")
        {
            return;
        }

        // What hides or turns the order of a text is written out, so that it does so in no report and no file.
        var shown = UnsafeCharacters.Escape(line);
        if (shown.StartsWith("- ", StringComparison.Ordinal))
        {
            AddLine(shown[2..]);
        }
        else
        {
            AddHeading(shown);
        }
    }

    /// <summary>Gives what was read.</summary>
    /// <exception cref="SpecException">Nothing of a changelog was found.</exception>
    public PinterestChangelog Finish()
    {
        if (_endpoints.Count == 0)
        {
            throw new SpecException(
                name,
                "The file names no endpoint.",
                "Pass a changelog of Pinterest: endpoints like 'GET /pins', each with lines that begin with a dash."
            );
        }

        return new PinterestChangelog
        {
            From = _from,
            To = _to,
            Endpoints =
            [
                .. _endpoints.Values.Select(draft => draft.Finish()).OrderBy(done => done.Name, StringComparer.Ordinal),
            ],
            DocumentLines = _documentLines,
            Unknown = [.. _unknown.Values.OrderBy(form => form.LineNumber)],
        };
    }

    private void AddHeading(string line)
    {
        if (Title().Match(line) is { Success: true } title)
        {
            _from = title.Groups["from"].Value;
            _to = title.Groups["to"].Value;
        }
        else if (line.StartsWith("## ", StringComparison.Ordinal))
        {
            _group = line[3..].Trim();
            _current.Clear();
            _hasLines = false;
        }
        else if (Endpoint().IsMatch(line))
        {
            Begin(line);
        }
        else
        {
            NoteUnknown(line);
        }
    }

    private void Begin(string endpoint)
    {
        if (_hasLines)
        {
            _current.Clear();
            _hasLines = false;
        }

        if (!_endpoints.TryGetValue(endpoint, out var draft))
        {
            if (_endpoints.Count == MaxEndpoints)
            {
                throw new SpecException(
                    $"{name} line {_lineNumber}",
                    $"The file names more than {MaxEndpoints} endpoints.",
                    "Check that the file is a changelog of Pinterest."
                );
            }

            _endpoints[endpoint] = draft = new EndpointDraft(endpoint, _group);
        }

        if (!_current.Contains(draft))
        {
            _current.Add(draft);
        }
    }

    private void AddLine(string text)
    {
        _hasLines = true;
        var isFlagged = text.StartsWith(Flag, StringComparison.Ordinal);

        // A variation selector may follow the flag: it asks for a coloured picture.
        var bare = isFlagged ? text[Flag.Length..].TrimStart('\uFE0F', ' ') : text;
        var line = LineForms.Read(bare);
        if (line is null)
        {
            NoteUnknown(bare);
            line = new ChangelogLine { Kind = LineKind.Unknown, In = "" };
        }

        if (line.In == "document")
        {
            _documentLines++;
            return;
        }

        _linesOfEndpoints += _current.Count;
        _charactersOfEndpoints += (long)_current.Count * line.Key.Length;
        if (_linesOfEndpoints > MaxLinesOfEndpoints || _charactersOfEndpoints > MaxCharactersOfEndpoints)
        {
            throw new SpecException(
                $"{name} line {_lineNumber}",
                $"The endpoints have more than {MaxLinesOfEndpoints} lines or {MaxCharactersOfEndpoints} characters together.",
                "Check that the file is a changelog of Pinterest."
            );
        }

        foreach (var draft in _current)
        {
            draft.Add(line, isFlagged);
        }
    }

    private void NoteUnknown(string text)
    {
        var form = Cut(Number().Replace(Value().Replace(text, "X"), "N"));
        if (_unknown.TryGetValue(form, out var known))
        {
            _unknown[form] = known with { Count = known.Count + 1 };
            return;
        }

        if (_unknown.Count == MaxUnknownForms)
        {
            throw new SpecException(
                $"{name} line {_lineNumber}",
                $"The file has more than {MaxUnknownForms} forms of line that are not known.",
                "Check that the file is a changelog of Pinterest."
            );
        }

        _unknown[form] = new UnknownForm
        {
            Form = form,
            Example = Cut(text),
            LineNumber = _lineNumber,
            Count = 1,
        };
    }

    private static string Cut(string text) => text.Length <= LongestExample ? text : text[..LongestExample] + "…";

    [GeneratedRegex(
        @"\A# API Changelog \((?<from>[0-9]+(\.[0-9]+){1,3}) (→|->) (?<to>[0-9]+(\.[0-9]+){1,3})\)\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Title();

    [GeneratedRegex(@"\A(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE) /\S*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Endpoint();

    [GeneratedRegex("`[^`]*`", RegexOptions.NonBacktracking)]
    private static partial Regex Value();

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
