using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// Walks over the tokens of UTF-8 JSON as long as the budget lasts. A copy looks ahead: it reads the same tokens again
/// and leaves the original where it is.
/// </summary>
internal ref struct JsonCursor
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int MaxDepth = 128;

    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaxDepth,
    };

    private readonly JsonBudget? _budget;
    private readonly RepeatedTexts? _texts;
    private Utf8JsonReader _reader;

    /// <summary>Begins before the first token of a text.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="budget">What reading may cost; null for no end.</param>
    /// <param name="texts">Where short texts are kept that repeat; null to make a string of each.</param>
    public JsonCursor(ReadOnlySpan<byte> utf8, JsonBudget? budget = null, RepeatedTexts? texts = null)
    {
        _reader = new Utf8JsonReader(utf8, Options);
        _budget = budget;
        _texts = texts;
    }

    /// <summary>Begins where a reader of somebody else stands.</summary>
    public JsonCursor(Utf8JsonReader reader) => _reader = reader;

    /// <summary>Gets the reader, for the one who gave it.</summary>
    public readonly Utf8JsonReader Reader => _reader;

    /// <summary>Gets the kind of the token.</summary>
    public readonly JsonTokenType Kind => _reader.TokenType;

    /// <summary>Gets the bytes of a number, name or text as they stand in the JSON: escapes are not resolved.</summary>
    public readonly ReadOnlySpan<byte> Bytes =>
        _reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(_reader.ValueSequence) : _reader.ValueSpan;

    /// <summary>Gets whether the bytes hold escapes.</summary>
    public readonly bool IsEscaped => _reader.ValueIsEscaped;

    /// <summary>Gets whether the token is a number without fraction and exponent.</summary>
    public readonly bool IsWhole => Kind is JsonTokenType.Number && Bytes.IndexOfAny(".eE"u8) < 0;

    /// <summary>Moves to the next token, if there is one.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public bool Read()
    {
        if (!_reader.Read())
        {
            return false;
        }

        _budget?.AddToken(_reader.HasValueSequence ? (int)_reader.ValueSequence.Length : _reader.ValueSpan.Length);
        return true;
    }

    /// <summary>Moves to the next token.</summary>
    /// <exception cref="JsonException">The text ends here, or is not JSON.</exception>
    public JsonTokenType Advance()
    {
        if (!Read())
        {
            throw new JsonException("The JSON text is incomplete.");
        }

        return _reader.TokenType;
    }

    /// <summary>Moves to the last token of the value that the cursor stands at.</summary>
    public void Skip()
    {
        if (Kind is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        var depth = _reader.CurrentDepth;
        do
        {
            Advance();
        } while (_reader.CurrentDepth > depth);
    }

    /// <summary>Tells whether the name or text is this one.</summary>
    public readonly bool TextIs(string text) => _reader.ValueTextEquals(text);

    /// <summary>Finds the name or text in a table.</summary>
    /// <returns>Its place; -1 when the table does not have it.</returns>
    public readonly int FindIn(NameTable names) =>
        IsEscaped ? names.Find(Encoding.UTF8.GetBytes(GetText())) : names.Find(Bytes);

    /// <summary>
    /// Gives the name or text. Bytes that are no UTF-8, and halves of surrogate pairs, become U+FFFD.
    /// </summary>
    public readonly string GetText()
    {
        if (IsEscaped)
        {
            return JsonEscapes.Resolve(Encoding.UTF8.GetString(Bytes));
        }

        return _texts is null ? Encoding.UTF8.GetString(Bytes) : _texts.Get(Bytes);
    }

    /// <summary>Reads the value as raw JSON, up to its last token.</summary>
    public JToken ReadRaw() => RawJson.Read(ref this);

    public readonly bool TryGetInt64(out long value) => _reader.TryGetInt64(out value);

    public readonly bool TryGetDouble(out double value) => _reader.TryGetDouble(out value);
}
