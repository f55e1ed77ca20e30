using Newtonsoft.Json;
using SharpYaml;
using SharpYaml.Events;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Turns YAML events into JSON tokens. Aliases are expanded, up to a limit that no honest description reaches.
/// </summary>
internal static class YamlTokens
{
    private const int MaxTokens = DescriptionReader.MaxTokens;

    public static List<YamlToken> Record(string text, string name)
    {
        try
        {
            return new Recorder(name).Record(Parser.CreateParser(new StringReader(text)));
        }
        catch (YamlException error)
        {
            throw new SpecException(
                $"{name}({error.Start.Line + 1},{error.Start.Column + 1})",
                $"This is neither JSON nor YAML ({Reason(error)}).",
                "Check that the file is complete.",
                error
            );
        }
    }

    // SharpYaml puts the place before the reason; ours stands before the sentence already.
    private static string Reason(YamlException error) =>
        error
            .Message[(error.Message.LastIndexOf("): ", StringComparison.Ordinal) is var end and >= 0 ? end + 3 : 0)..]
            .TrimEnd('.');

    private sealed class Recorder(string name)
    {
        private readonly List<YamlToken> _tokens = [];
        private readonly Dictionary<string, (int Start, int End)> _anchors = [];

        // One entry for each open collection: its anchor, where it began, and whether the next scalar is a key
        // (mappings only).
        private readonly Stack<(string? Anchor, int Start, bool IsMapping)> _open = new();
        private readonly Stack<bool> _expectsKey = new();

        public List<YamlToken> Record(IParser parser)
        {
            while (parser.MoveNext())
            {
                Add(parser.Current!);
                if (_tokens.Count > MaxTokens)
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

        private void Open(string? anchor, bool isMapping, ParsingEvent at)
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

            _open.Push((anchor, _tokens.Count, isMapping));
            _expectsKey.Push(isMapping);
            Push(isMapping ? JsonToken.StartObject : JsonToken.StartArray, null, at);
        }

        private void Close(ParsingEvent at)
        {
            var (anchor, start, isMapping) = _open.Pop();
            _expectsKey.Pop();
            Push(isMapping ? JsonToken.EndObject : JsonToken.EndArray, null, at);
            if (anchor is not null)
            {
                _anchors[anchor] = (start, _tokens.Count);
            }

            ValueDone();
        }

        private void AddScalar(Scalar scalar)
        {
            if (IsKey())
            {
                if (scalar.Value == "<<")
                {
                    throw Bad(scalar, "YAML merge keys are not part of OpenAPI.", "Write the members out.");
                }

                Push(JsonToken.PropertyName, scalar.Value, scalar);
                _expectsKey.Pop();
                _expectsKey.Push(false);
                return;
            }

            var start = _tokens.Count;
            var (type, value) = YamlScalar.Resolve(scalar);
            Push(type, value, scalar);
            if (scalar.Anchor is not null)
            {
                _anchors[scalar.Anchor] = (start, _tokens.Count);
            }

            ValueDone();
        }

        private void Expand(AnchorAlias alias)
        {
            if (IsKey())
            {
                throw Bad(alias, "An alias is used as a key.", "Use text as key.");
            }

            if (!_anchors.TryGetValue(alias.Value, out var range))
            {
                throw Bad(alias, $"The alias '*{alias.Value}' has no finished anchor.", "Write the value out.");
            }

            if (_tokens.Count + (range.End - range.Start) > MaxTokens)
            {
                throw TooMuch(alias);
            }

            _tokens.AddRange(_tokens.GetRange(range.Start, range.End - range.Start));
            ValueDone();
        }

        private bool IsKey() => _expectsKey.TryPeek(out var expectsKey) && expectsKey && _open.Peek().IsMapping;

        private void ValueDone()
        {
            if (!_open.TryPeek(out var parent) || !parent.IsMapping)
            {
                return;
            }

            _expectsKey.Pop();
            _expectsKey.Push(true);
        }

        private void Push(JsonToken type, object? value, ParsingEvent at) =>
            _tokens.Add(new YamlToken(type, value, at.Start.Line + 1, at.Start.Column + 1));

        private SpecException TooMuch(ParsingEvent at) =>
            Bad(
                at,
                "The document grows past its limit when its aliases are expanded.",
                "Check that it is the right file."
            );

        private SpecException Bad(ParsingEvent at, string what, string remedy) =>
            new($"{name}({at.Start.Line + 1},{at.Start.Column + 1})", what, remedy);
    }
}
