using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using Pinterest.OpenApi.Mcp.Approvals;

namespace Pinterest.OpenApi.Mcp.Pages.Markup;

/// <summary>
/// HTML in which only the literals of our own code are markup. Every text that is put in becomes a harmless line, and is
/// encoded. Attributes take it too when they stand in double quotes.
/// </summary>
internal sealed class Html
{
    private const int LongestText = 4_000;

    private readonly StringBuilder _markup = new();

    /// <summary>Adds markup; what is interpolated is text, or HTML of this type.</summary>
    public Html Add([InterpolatedStringHandlerArgument("")] Part part)
    {
        _ = part;
        return this;
    }

    /// <summary>Gives the markup.</summary>
    public override string ToString() => _markup.ToString();

    /// <summary>What the compiler makes of an interpolated string.</summary>
    [InterpolatedStringHandler]
    public readonly struct Part
    {
        private readonly Html _html;

        /// <summary>Begins.</summary>
        public Part(int literalLength, int formattedCount, Html html)
        {
            _ = literalLength + formattedCount;
            _html = html;
        }

        /// <summary>Adds what stands in our own code.</summary>
        public void AppendLiteral(string markup) => _html._markup.Append(markup);

        /// <summary>Adds a text of anybody.</summary>
        public void AppendFormatted(string? text) =>
            _html._markup.Append(HtmlEncoder.Default.Encode(HarmlessText.Line(text, LongestText)));

        /// <summary>Adds a number.</summary>
        public void AppendFormatted(long number) => _html._markup.Append(number.ToString(CultureInfo.InvariantCulture));

        /// <summary>Adds HTML.</summary>
        public void AppendFormatted(Html html) => _html._markup.Append(html._markup);
    }
}
