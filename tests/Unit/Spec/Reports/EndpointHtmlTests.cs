using System.Text.RegularExpressions;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

/// <summary>The endpoint reference has every operation and what is known of it.</summary>
public sealed partial class EndpointHtmlTests
{
    private static readonly Description Pinned = PinnedDescription.Read(Repository.Layout);

    [Fact]
    public void Every_operation_has_a_row_with_its_call()
    {
        var rows = Rows(Page());

        Assert.Equal(266, rows.Count);
        Assert.All(rows.Values, row => Assert.Contains("<code>pinterest.", row, StringComparison.Ordinal));
        Assert.Contains("<code>pinterest.Pins.CreateAsync(...)</code>", rows["pins/create"], StringComparison.Ordinal);
        Assert.Contains(
            "<code>pinterest.Boards.EnumerateAsync(...)</code>",
            rows["boards/list"],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Scopes", "boards:read, boards:write, pins:read, pins:write")]
    [InlineData("Secret scopes", "boards:read_secret, boards:write_secret, pins:read_secret, pins:write_secret")]
    [InlineData("Rate category", "org_write")]
    [InlineData("Limits", "the limits of org_write")]
    [InlineData("Access", "write")]
    [InlineData("Since", "5.1.0")]
    [InlineData("Webhook", "none")]
    public void A_row_says_what_is_known(string name, string value) =>
        Assert.Contains($"<dt>{name}</dt><dd>{value}</dd>", Rows(Page())["pins/create"], StringComparison.Ordinal);

    [Fact]
    public void A_secret_scope_that_is_always_needed_is_no_additional_one() =>
        Assert.Contains(
            "<dt>Secret scopes</dt><dd>none</dd>",
            Rows(Page())["search_user_boards/get"],
            StringComparison.Ordinal
        );

    [Fact]
    public void An_operation_that_another_description_has_is_no_call_of_the_client()
    {
        var other = OperationCatalogue.Read(Pinned.Root).All[0] with { Id = "other/get" };

        Assert.Empty(new ClientCalls(NameRegistry.FromFile(Repository.Layout.NamesLock)).Of(other));
        Assert.DoesNotContain("<code>", Page(other), StringComparison.Ordinal);
    }

    [Fact]
    public void A_callback_is_named()
    {
        var operation = OperationCatalogue.Read(Pinned.Root).All[0] with { Callbacks = ["onEvent"] };

        Assert.Contains("<dt>Webhook</dt><dd>onEvent</dd>", Page(operation), StringComparison.Ordinal);
    }

    [Fact]
    public void The_texts_of_a_hostile_description_stay_texts()
    {
        const string hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
        var operation = OperationCatalogue.Read(Pinned.Root).All[0] with
        {
            Id = hostile,
            Path = "/" + hostile,
            Group = hostile,
            Security = [new(hostile, [hostile])],
            RateCategory = hostile,
            Since = hostile,
            Callbacks = [hostile],
        };

        var page = Page(operation);

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("<h2>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    // The site takes the part of the page between these two, and Markdown ends it at an empty line.
    [Fact]
    public void The_part_that_the_site_takes_has_no_empty_line()
    {
        const string end = "</script></section>";
        var page = Page();
        var start = page.IndexOf("<section id=\"endpoints\">", StringComparison.Ordinal);
        var part = page[start..(page.IndexOf(end, StringComparison.Ordinal) + end.Length)];

        Assert.DoesNotContain(part.Split('\n'), line => line.Trim().Length == 0);
    }

    private static string Page(params OperationFacts[] operations)
    {
        var all = OperationCatalogue.Read(Pinned.Root).All;
        return new EndpointHtml
        {
            Version = Pinned.Version,
            Operations =
                operations.Length > 0 ? operations : [.. all.Select(operation => operation with { Since = "5.1.0" })],
            SecretScopes = SecretScopes.Of(Pinned.Root).For,
            Calls = new ClientCalls(NameRegistry.FromFile(Repository.Layout.NamesLock)).Of,
            Limits = category => $"the limits of {category}",
        }.Print();
    }

    private static Dictionary<string, string> Rows(string page) =>
        Row().Matches(page).ToDictionary(match => match.Groups["id"].Value, match => match.Value);

    [GeneratedRegex("<article class=\"endpoint\" id=\"(?<id>[^\"]*)\".*?</article>", RegexOptions.Singleline)]
    private static partial Regex Row();
}
