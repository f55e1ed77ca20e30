using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

/// <summary>How much of long lists a report writes.</summary>
public sealed class ListedNamesTests
{
    private static readonly List<string> Short = [.. Enumerable.Range(0, 20).Select(i => $"{i}")];
    private static readonly List<string> Long = [.. Enumerable.Repeat(new string('a', 249), 2_000)];

    [Fact]
    public void Lists_that_fit_are_complete()
    {
        var listed = ListedNames.Of([Short, Long, []]);

        Assert.Equal((2_000, 0), (listed.Limit, listed.Cut));
        Assert.False(listed.Cuts(Long));
        Assert.Null(listed.More(Long));
        Assert.Equal("a, b", listed.Line(["a", "b"]));
    }

    [Fact]
    public void Only_the_longest_lists_are_cut()
    {
        var listed = ListedNames.Of([Short, .. Enumerable.Repeat(Long, 10)]);

        Assert.Equal((400, 10), (listed.Limit, listed.Cut));
        Assert.Equal(Short, listed.Shown(Short));
        Assert.Equal(400, listed.Shown(Long).Count());
        Assert.Equal("and 1600 more", listed.More(Long));
        Assert.EndsWith("a and 1600 more", listed.Line(Long), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_list_has_room_for_a_name()
    {
        var listed = ListedNames.Of([.. Enumerable.Repeat(Long, 50_000), .. Enumerable.Repeat(Short, 100_000)]);

        Assert.Equal((1, 150_000), (listed.Limit, listed.Cut));
    }

    [Fact]
    public void Enormous_names_are_only_counted()
    {
        IReadOnlyList<string> enormous = [new string('a', 2_000_000)];
        var listed = ListedNames.Of([enormous, Short]);

        Assert.Empty(listed.Shown(enormous));
        Assert.Equal(("and 1 more", 2), (listed.More(enormous), listed.Cut));
        Assert.Equal(0, ListedNames.Of([]).Limit);
    }
}
