using System.Runtime.CompilerServices;
using System.Text;
using Pinterest.OpenApi.Spec.Generation.Documentation;

namespace Pinterest.OpenApi.Spec.Generation.Emit;

/// <summary>
/// Collects an interpolated text for <see cref="CSharpCode.Of"/>. It takes no plain text, so that one that was not
/// made a literal or a name does not compile.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct CSharpCodeHandler
{
    private readonly StringBuilder _code;

    /// <summary>Begins a text; the compiler calls this.</summary>
    public CSharpCodeHandler(int literalLength, int formattedCount) =>
        _code = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Gets the code.</summary>
    public string Written => _code.ToString();

    /// <summary>Adds words of ours.</summary>
    public void AppendLiteral(string code) => _code.Append(code);

    /// <summary>Adds a piece of C#.</summary>
    public void AppendFormatted(CSharpCode code) => _code.Append(code.ToString());

    /// <summary>Adds a piece of a documentation comment.</summary>
    public void AppendFormatted(XmlText text) => _code.Append(text.ToString());
}
