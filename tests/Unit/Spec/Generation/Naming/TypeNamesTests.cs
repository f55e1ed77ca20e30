using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Naming;

/// <summary>The name of a type is readable whatever the description calls its schema.</summary>
public sealed class TypeNamesTests
{
    [Theory]
    [InlineData("IntegrationLogLogLevel", "IntegrationLogLevel")]
    [InlineData("RelatedTermsRelatedTermsListItems", "RelatedTermsListItem")]
    [InlineData("ValuesItemsItem", "ValuesItem")]
    [InlineData("AccountAccountType", "AccountType")]
    public void A_word_or_a_run_of_words_stands_once(string name, string expected) =>
        Assert.Equal(expected, TypeNames.Readable(name));

    [Theory]
    [InlineData("CustomerListUpdateWithRequiredBody", "CustomerListUpdate")]
    [InlineData("TargetingTemplateUpdateRequestReadOrUpdate", "TargetingTemplateUpdateRequest")]
    [InlineData("ProductCategoryEnum", "ProductCategory")]
    [InlineData("CatalogsProductGroupsCreateRequestSchema", "CatalogsProductGroupsCreateRequest")]
    [InlineData("RespondToInvitesResponseArray", "RespondToInvitesResponse")]
    [InlineData("CampaignBatchWriteResponseModel", "CampaignBatchWriteResponse")]
    [InlineData("ReportingColumnAsync", "ReportingColumn")]
    public void Words_that_only_a_generator_needs_are_left_out(string name, string expected) =>
        Assert.Equal(expected, TypeNames.Readable(name));

    [Theory]
    [InlineData("PinMediaSourceImageBase64")]
    [InlineData("AttributionModel")]
    [InlineData("AdAccountToAdAccountSharedAudience")]
    [InlineData("Schema")]
    [InlineData("Items")]
    public void A_readable_name_stays_as_it_is(string name) => Assert.Equal(name, TypeNames.Readable(name));

    [Fact]
    public void A_long_name_loses_first_the_words_that_say_where_it_stands_and_then_those_it_begins_with()
    {
        Assert.Equal(
            "TopVideoPinsAnalyticsDateAvailability",
            TypeNames.Readable("TopVideoPinsAnalyticsResponseDateAvailability")
        );
        Assert.Equal(
            "CreativeAssetsProductGroupFiltersAllOf",
            TypeNames.Readable("CatalogsCreativeAssetsProductGroupFiltersAllOf")
        );
    }
}
