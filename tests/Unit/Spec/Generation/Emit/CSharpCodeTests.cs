using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pinterest.OpenApi.Spec.Generation.Emit;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Emit;

/// <summary>A literal is one token of C# that has the value of the text, whatever the text is.</summary>
public sealed class CSharpCodeTests
{
    private const int Seed = 20261126;

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("a\"b\\c")]
    [InlineData("a\nb\rc\td\0")]
    [InlineData("a\u2028b\u2029c\u0085d\u202ee")]
    [InlineData("\ud83d\ude00 and \ud83d")]
    [InlineData("A\"); internal static void Zq() { } //")]
    public void A_literal_is_one_token_with_the_value_of_the_text(string text) => AssertLiteral(text);

    [Fact]
    public void Ten_thousand_random_texts_are_literals()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 10_000; i++)
        {
            AssertLiteral(string.Create(random.Next(12), random, Fill));
        }
    }

    [Fact]
    public void A_literal_holds_printable_characters_only() =>
        Assert.Equal("\"a\\u2028b\\u202ec\"", CSharpCode.Literal("a\u2028b\u202ec").ToString());

    [Theory]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a\n")]
    [InlineData("a;")]
    [InlineData("é")]
    public void A_text_that_is_no_identifier_is_refused_as_a_name(string text) =>
        Assert.Throws<ArgumentException>(() => CSharpCode.Identifier(text));

    private static void AssertLiteral(string text)
    {
        var expression = SyntaxFactory.ParseExpression(CSharpCode.Literal(text).ToString());
        var literal = Assert.IsType<LiteralExpressionSyntax>(expression);
        Assert.False(expression.ContainsDiagnostics);
        Assert.Equal(text, literal.Token.ValueText);
    }

    // Half of the characters are those that mean something in C#.
    private static void Fill(Span<char> text, Random random)
    {
        const string Special = "\"\\\n\r\t\0{}@$'/*\u2028\u2029\u0085\u202e\ud83d\ude00u";
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = random.Next(2) == 0 ? Special[random.Next(Special.Length)] : (char)random.Next(0x10000);
        }
    }
}
