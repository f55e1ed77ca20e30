using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace Pinterest.OpenApi.Spec.Generation.Emit;

/// <summary>
/// A piece of C#. The compiler lets no text into it but words of ours and what <see cref="Literal(string?)"/> and
/// <see cref="Identifier"/> made of a value, so that a value of a description never becomes code.
/// Example: <c>CSharpCode.Of($"Path = {CSharpCode.Literal(path)}")</c>.
/// </summary>
internal readonly partial record struct CSharpCode
{
    private readonly string? _text;

    private CSharpCode(string text) => _text = text;

    /// <summary>Writes words of ours with pieces in them.</summary>
    public static CSharpCode Of(CSharpCodeHandler code) => new(code.Written);

    /// <summary>
    /// Writes a text as a literal. Quotes, line breaks and control characters are escaped, by Roslyn.
    /// </summary>
    public static CSharpCode Literal(string? text) =>
        new(text is null ? "null" : EscapeFormatCharacters(SymbolDisplay.FormatLiteral(text, quote: true)));

    /// <summary>Writes a boolean.</summary>
    public static CSharpCode Literal(bool value) => new(value ? "true" : "false");

    /// <summary>Writes a number.</summary>
    public static CSharpCode Literal(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a name.</summary>
    /// <exception cref="ArgumentException">It is no identifier. No naming rule gives such a name.</exception>
    public static CSharpCode Identifier(string name) =>
        IsIdentifier(name) ? new(name) : throw new ArgumentException($"'{name}' is not a C# identifier.", nameof(name));

    /// <summary>Tells whether a text is a name that the client may use: ASCII letters and digits.</summary>
    public static bool IsIdentifier(string text) => Name().IsMatch(text);

    /// <summary>Writes a list: [1, 2].</summary>
    public static CSharpCode List(IEnumerable<CSharpCode> items) => new($"[{string.Join(", ", items)}]");

    /// <summary>Puts commas between pieces.</summary>
    public static CSharpCode Join(IEnumerable<CSharpCode> items) => new(string.Join(", ", items));

    /// <summary>Gives the C#.</summary>
    public override string ToString() => _text ?? "";

    // Roslyn leaves characters alone that only hide, such as a mark that turns the direction of writing.
    private static string EscapeFormatCharacters(string literal) =>
        FormatCharacter().Replace(literal, match => $"\\u{(int)match.Value[0]:x4}");

    [GeneratedRegex(@"\p{Cf}", RegexOptions.NonBacktracking)]
    private static partial Regex FormatCharacter();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
