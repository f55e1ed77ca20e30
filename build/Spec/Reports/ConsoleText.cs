using System.Text;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// Text for a terminal or a log, line by line. What others wrote ends no line, moves no cursor, and is no command of
/// GitHub's runner, which reads two colons at the start of a line, or of <see cref="PipelineCommands"/>.
/// Example: a note <c>::error::x</c> is printed as <c>\u003a:error::x</c>.
/// </summary>
internal sealed class ConsoleText
{
    private readonly StringBuilder _text = new();
    private readonly ConsoleStyle _style;

    /// <summary>Makes a text without lines.</summary>
    /// <param name="style">How it is shown; null for a file or a pipe.</param>
    public ConsoleText(ConsoleStyle? style = null) => _style = style ?? ConsoleStyle.Plain;

    /// <summary>Gets how wide a line may be; null when nothing is wrapped.</summary>
    public int? Width => _style.Width;

    /// <summary>Adds a line.</summary>
    /// <param name="line">What it says; a line that is too wide for the terminal is wrapped.</param>
    /// <param name="ink">What it means.</param>
    public ConsoleText Line(string line = "", Ink ink = Ink.Plain)
    {
        foreach (var part in WrappedText.Line(Escape(line), _style.Width))
        {
            // The rest of a line that was wrapped begins a line, too.
            _text.Append(_style.Paint(Escape(part), ink)).Append('\n');
        }

        return this;
    }

    /// <summary>Adds a table, with its head in bold.</summary>
    public ConsoleText Table(PrintedTable table)
    {
        foreach (var line in table.Head)
        {
            Line(line, Ink.Strong);
        }

        foreach (var line in table.Rows.SelectMany(row => row))
        {
            Line(line);
        }

        return this;
    }

    /// <summary>Escapes what must not stand in a line.</summary>
    public static string Escape(string line)
    {
        var text = PipelineCommands.Break(UnsafeCharacters.Escape(line), @"\u0023");
        var start = text.Length - text.AsSpan().TrimStart().Length;
        return text.AsSpan(start).StartsWith("::", StringComparison.Ordinal)
            ? text.Insert(start, @"\u003a").Remove(start + 6, 1)
            : text;
    }

    /// <summary>Makes one line of a message that may have several, as those of other programs do.</summary>
    public static string OneLine(string message) =>
        Escape(
            string.Join(
                ' ',
                message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            )
        );

    /// <summary>Gives all lines, without a line break at the end.</summary>
    public override string ToString() => _text.ToString().TrimEnd();
}
