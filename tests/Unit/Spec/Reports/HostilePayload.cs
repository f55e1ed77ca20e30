namespace Pinterest.OpenApi.Unit.Spec.Reports;

/// <summary>
/// Texts made by a seed of what commands, markup, terminals and XML are made of. Each begins with a mark, or has it
/// within, by which a reader finds it again.
/// </summary>
internal sealed class HostilePayload(int seed)
{
    public const string Mark = "zqmark";

    private static readonly string[] Pieces =
    [
        "::error::x",
        "::add-mask::y",
        "::error file=a,line=1::z",
        "##[error]",
        "##[add-mask]s",
        "##vso[task.setvariable variable=x]y",
        "<img src=x onerror=alert(1)>",
        "</summary></details><script>alert(1)</script>",
        "<!-- c -->",
        "<https://example.com>",
        "[link](https://example.com)",
        "![image](https://example.com/a.png)",
        "[ref]: https://example.com",
        "@octocat",
        "a@example.com",
        "mailto:a@example.com",
        "https://example.com/a?b=c",
        "www.example.com",
        "#123",
        "org/repo#7",
        "GH-12",
        ":tada:",
        "`code`",
        "``",
        "```",
        "|",
        "\\",
        "\\|",
        "**bold**",
        "_a_",
        "~~gone~~",
        "$x$",
        "# head",
        "- item",
        "+ item",
        "1. one",
        "> quote",
        "===",
        "---",
        "    code",
        "&lt;b&gt;",
        "&#64;",
        "%0A::error::p",
        ",:%",
        "]]>",
        "\n",
        "\r\n",
        "\n::error::n",
        "\n\n    code",
        "\r",
        "\t",
        "\u0007",
        "\u001b[31m",
        "\u0085::error::e",
        "\u2028::error::u",
        "\u202e",
        "\u200b",
        "\u00a0",
        "\u3000::error::w",
        "\ufeff",
        "\ufffe",
        "\uffff",
        "\ud800",
        "\udc00x",
        "😀",
        "日本",
        " ",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Makes the next text.</summary>
    public string Next()
    {
        var parts = Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Pieces[_random.Next(Pieces.Length)]).ToList();
        parts.Insert(_random.Next(parts.Count + 1), Mark);
        return string.Concat(parts);
    }

    /// <summary>Makes several.</summary>
    public string[] Some(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];
}
