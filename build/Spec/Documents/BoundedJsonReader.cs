using System.Numerics;
using Newtonsoft.Json;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Reads JSON up to a number of values. A byte or two can be a value, which takes a hundred times as much in memory, so
/// the size of a file is no bound. Numbers keep what their text says; see <see cref="NumberText"/>.
/// </summary>
internal sealed class BoundedJsonReader : JsonTextReader
{
    private readonly string _text;
    private readonly string _name;
    private readonly int _most;
    private int _count;
    private int _line = 1;
    private int _lineStart;

    /// <summary>Makes a reader.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="name">How messages call the source.</param>
    /// <param name="most">The most values, names and brackets that are read.</param>
    public BoundedJsonReader(string text, string name, int most)
        : base(new StringReader(text))
    {
        _text = text;
        _name = name;
        _most = most;
        FloatParseHandling = FloatParseHandling.Double;
    }

    /// <summary>Gets how many values, names and brackets were read.</summary>
    public int Count => _count;

    /// <inheritdoc/>
    /// <exception cref="SpecException">The file has more values than are read.</exception>
    public override bool Read()
    {
        if (++_count > _most)
        {
            throw new SpecException(
                $"{_name}:{LineNumber}:{LinePosition}",
                $"The file has more than {_most} JSON values, names and brackets.",
                "Check that it is the right file."
            );
        }

        var hasRead = base.Read();
        if (hasRead && TokenType is JsonToken.Float && NumberText.Read(NumberBeforeHere()) is { } number)
        {
            SetToken(number is BigInteger ? JsonToken.Integer : JsonToken.Float, number, updateIndex: false);
        }

        return hasRead;
    }

    // The base class has read a number up to its end, and keeps no more of its text than fits a double.
    private string NumberBeforeHere()
    {
        for (; _line < LineNumber; _line++)
        {
            _lineStart = NextLine(_lineStart);
        }

        var end = Math.Min(_lineStart + LinePosition, _text.Length);
        var start = end;
        while (
            start > 0 && (char.IsAsciiDigit(_text[start - 1]) || _text[start - 1] is '-' or '+' or '.' or 'e' or 'E')
        )
        {
            start--;
        }

        return _text[start..end];
    }

    private int NextLine(int start)
    {
        var end = _text.AsSpan(start).IndexOfAny('\r', '\n') + start;
        return _text[end] is '\r' && end + 1 < _text.Length && _text[end + 1] is '\n' ? end + 2 : end + 1;
    }
}
