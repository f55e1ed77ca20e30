using System.Text;

namespace Pinterest.OpenApi.Unit.Client.Serialization;

/// <summary>Each known name is found, and no other.</summary>
public sealed class NameTableTests
{
    // Names that are alike at both ends, as those of metrics.
    private static readonly string[] Names =
    [
        "",
        "a",
        "id",
        "größe",
        .. Enumerable.Range(0, 300).Select(i => $"TOTAL_{i:000}_VALUE_IN_MICRO_DOLLAR"),
        .. Enumerable.Range(0, 300).Select(i => $"{i}"),
    ];

    [Fact]
    public void Every_name_has_its_place()
    {
        var table = new NameTable(Names);

        Assert.Equal(Enumerable.Range(0, Names.Length), Names.Select(name => table.Find(Encoding.UTF8.GetBytes(name))));
    }

    [Theory]
    [InlineData("b")]
    [InlineData("ID")]
    [InlineData("TOTAL_999_VALUE_IN_MICRO_DOLLAR")]
    [InlineData("TOTAL_000_VALUE_IN_MICRO_DOLLA")]
    public void No_other_name_is_found(string name)
    {
        Assert.Equal(-1, new NameTable(Names).Find(Encoding.UTF8.GetBytes(name)));
        Assert.Equal(-1, new NameTable([]).Find(Encoding.UTF8.GetBytes(name)));
    }
}
