using System.Globalization;
using System.Text.RegularExpressions;
using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Docs;

/// <summary>Counts of the pinned description that documents have are those of the generated client.</summary>
public sealed partial class FiguresTests
{
    [Fact]
    public void The_table_of_rate_categories_has_each_category_with_its_operations()
    {
        var told = Row()
            .Matches(Read("limits.md"))
            .ToDictionary(
                row => row.Groups["category"].Value,
                row => int.Parse(row.Groups["count"].Value, CultureInfo.InvariantCulture)
            );

        var counted = Operations
            .All.GroupBy(operation => operation.RateCategory!)
            .ToDictionary(group => group.Key, group => group.Count());

        Assert.Equal(counted.OrderBy(one => one.Key), told.OrderBy(one => one.Key));
    }

    [Fact]
    public void The_counts_of_paged_operations_are_right()
    {
        var paged = Operations.All.Where(operation => operation.IsPaged).ToList();
        var usual = paged.Count(operation => operation.MaximumPageSize == 250);

        Assert.Contains($"Of the {paged.Count} paged operations of", Read("limits.md"), StringComparison.Ordinal);
        Assert.Contains($"| {usual} operations | `pageSize`", Read("limits.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_count_of_operations_that_take_no_token_of_the_app_is_right()
    {
        var without = Operations.All.Count(operation =>
            operation.Security.All(way => way.Scheme != "client_credentials")
        );

        Assert.Contains(
            $"{without} of the {Operations.All.Count} operations of",
            Read("authentication.md"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_count_of_stored_releases_is_right()
    {
        var count = new ReleaseStore(Repository.Layout.OpenApi).List().Count;

        Assert.Contains($"The {count} stored releases", Read("releases.md"), StringComparison.Ordinal);
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, "docs", page));

    [GeneratedRegex(
        "^\\| `(?<category>[a-z_]+)` \\| (?<count>[0-9]+) \\| [^|]+ \\| [^|]+ \\|$",
        RegexOptions.Multiline
    )]
    private static partial Regex Row();
}
