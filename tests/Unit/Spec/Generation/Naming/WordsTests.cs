using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Naming;

public sealed class WordsTests
{
    [Theory]
    [InlineData("ad_account_id", "AdAccountId")]
    [InlineData("PinMediaSourceImageURL", "PinMediaSourceImageUrl")]
    [InlineData("SSIOInsertionOrder", "SsioInsertionOrder")]
    [InlineData("QUARTILE_95_PERCENT_VIEW", "Quartile95PercentView")]
    [InlineData("18-24", "Value18To24")]
    [InlineData("65+", "Value65Plus")]
    [InlineData("x-amz-date", "XAmzDate")]
    [InlineData("URLs", "Urls")]
    [InlineData("=", "Empty")]
    public void A_name_becomes_Pascal_case(string name, string expected) => Assert.Equal(expected, Words.Pascal(name));

    [Theory]
    [InlineData("Categories", "Category")]
    [InlineData("Boards", "Board")]
    [InlineData("Address", "Address")]
    [InlineData("Status", "Status")]
    [InlineData("Analysis", "Analysis")]
    public void A_plural_becomes_its_singular(string name, string expected) =>
        Assert.Equal(expected, Words.Singular(name));
}
