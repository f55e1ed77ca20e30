using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Pinterest.OpenApi.Spec.Generation.Documentation;

/// <summary>Collects an interpolated text for <see cref="XmlText.Of"/>: our words as they are, values escaped.</summary>
[InterpolatedStringHandler]
internal readonly ref struct XmlTextHandler
{
    private readonly StringBuilder _text;

    /// <summary>Begins a text; the compiler calls this.</summary>
    public XmlTextHandler(int literalLength, int formattedCount) =>
        _text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Gets the text.</summary>
    public string Written => _text.ToString();

    /// <summary>Adds words of ours.</summary>
    public void AppendLiteral(string text) => _text.Append(text);

    /// <summary>Adds a piece that is XML already.</summary>
    public void AppendFormatted(XmlText text) => _text.Append(text.ToString());

    /// <summary>Adds a value, escaped.</summary>
    public void AppendFormatted(string text) => _text.Append(XmlText.Escape(text));

    /// <summary>Adds a number.</summary>
    public void AppendFormatted(int number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");
}
