using Newtonsoft.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Records the events of a YAML parser as JSON tokens.</summary>
/// <param name="name">How messages call the source.</param>
/// <param name="most">The most tokens that are made.</param>
internal sealed class YamlRecorder(string name, int most)
{
    // Members whose values are data of the API and no fields of OpenAPI.
    private static readonly HashSet<string> DataFields = new(StringComparer.Ordinal)
    {
        "const",
        "default",
        "enum",
        "example",
        "examples",
        "mapping",
    };

    private readonly List<YamlToken> _tokens = [];
    private readonly Dictionary<string, (int Start, int End)> _anchors = new(StringComparer.Ordinal);
    private readonly Stack<YamlCollection> _open = new();

    /// <summary>Reads all events.</summary>
    /// <exception cref="SpecException">The document has what JSON cannot say, or too many values.</exception>
    /// <exception cref="YamlException">The text is no YAML.</exception>
    public List<YamlToken> Record(IParser parser)
    {
        while (parser.MoveNext())
        {
            Add(parser.Current!);
            if (_tokens.Count > most)
            {
                throw TooMuch(parser.Current!);
            }
        }

        return _tokens;
    }

    private void Add(ParsingEvent current)
    {
        switch (current)
        {
            case MappingStart mapping:
                Open(mapping.Anchor, isMapping: true, current);
                break;
            case SequenceStart sequence:
                Open(sequence.Anchor, isMapping: false, current);
                break;
            case MappingEnd or SequenceEnd:
                Close(current);
                break;
            case Scalar scalar:
                AddScalar(scalar);
                break;
            case AnchorAlias alias:
                Expand(alias);
                break;
            case DocumentStart when _tokens.Count > 0:
                throw Bad(current, "A second YAML document begins here.", "Pass one document.");
        }
    }

    private void Open(AnchorName anchor, bool isMapping, ParsingEvent at)
    {
        if (IsKey())
        {
            throw Bad(at, "A mapping key is not a plain text.", "Use text as key.");
        }

        if (_open.Count >= DescriptionReader.MaxDepth)
        {
            throw Bad(
                at,
                $"Nested deeper than {DescriptionReader.MaxDepth} levels.",
                "Check that it is the right file."
            );
        }

        var field = Field();
        _open.Push(
            new YamlCollection
            {
                Anchor = anchor.IsEmpty ? null : anchor.Value,
                Start = _tokens.Count,
                IsMapping = isMapping,
                Owner = field,
                IsData = IsData(field),
                ExpectsKey = isMapping,
            }
        );
        Push(isMapping ? JsonToken.StartObject : JsonToken.StartArray, null, at);
    }

    private void Close(ParsingEvent at)
    {
        var closed = _open.Pop();
        Push(closed.IsMapping ? JsonToken.EndObject : JsonToken.EndArray, null, at);
        if (closed.HasMerge && !YamlMerge.TryApply(_tokens, closed.Start, most))
        {
            throw TooMuch(at);
        }

        if (closed.Anchor is { } anchor)
        {
            _anchors[anchor] = (closed.Start, _tokens.Count);
        }

        ValueDone();
    }

    private void AddScalar(Scalar scalar)
    {
        if (IsKey())
        {
            var parent = _open.Peek();
            parent.HasMerge |= scalar is { Value: YamlMerge.Key, Style: ScalarStyle.Plain };
            parent.ExpectsKey = false;
            parent.Key = scalar.Value;
            Push(JsonToken.PropertyName, scalar.Value, scalar);
            return;
        }

        var start = _tokens.Count;
        var isListed = _open.TryPeek(out var holder) && !holder.IsMapping;
        var (type, value) = YamlScalar.Resolve(scalar, FieldOf(holder, isListed), isListed);
        Push(type, value, scalar);
        if (!scalar.Anchor.IsEmpty)
        {
            _anchors[scalar.Anchor.Value] = (start, _tokens.Count);
        }

        ValueDone();
    }

    // The field that says how a scalar is read. Data of the API is read as it is.
    private string? FieldOf(YamlCollection? holder, bool isListed)
    {
        if (holder is null || holder.IsData || IsData(holder.Key))
        {
            return null;
        }

        return isListed ? holder.Owner : holder.Key;
    }

    private void Expand(AnchorAlias alias)
    {
        if (IsKey())
        {
            throw Bad(alias, "An alias is used as a key.", "Use text as key.");
        }

        if (!_anchors.TryGetValue(alias.Value.Value, out var range))
        {
            throw Bad(alias, $"The alias '*{alias.Value}' has no finished anchor.", "Write the value out.");
        }

        if (_tokens.Count + (range.End - range.Start) > most)
        {
            throw TooMuch(alias);
        }

        _tokens.AddRange(_tokens.GetRange(range.Start, range.End - range.Start));
        ValueDone();
    }

    private bool IsKey() => _open.TryPeek(out var parent) && parent.ExpectsKey;

    // The name of the member whose value is next; null within a list.
    private string? Field() => _open.TryPeek(out var parent) && parent.IsMapping ? parent.Key : null;

    private bool IsData(string? field) =>
        (_open.TryPeek(out var parent) && parent.IsData)
        || (field is not null && (DataFields.Contains(field) || field.StartsWith("x-", StringComparison.Ordinal)));

    private void ValueDone()
    {
        if (_open.TryPeek(out var parent))
        {
            parent.ExpectsKey = parent.IsMapping;
        }
    }

    private void Push(JsonToken type, object? value, ParsingEvent at) =>
        _tokens.Add(new YamlToken(type, value, (int)at.Start.Line, (int)at.Start.Column));

    private SpecException TooMuch(ParsingEvent at) =>
        Bad(
            at,
            $"The document has more than {most} values when its aliases are expanded.",
            "Check that it is the right file."
        );

    private SpecException Bad(ParsingEvent at, string what, string remedy) =>
        new($"{name}:{at.Start.Line}:{at.Start.Column}", what, remedy);
}
