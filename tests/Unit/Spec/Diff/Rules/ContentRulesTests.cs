namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// The findings of ContentRules, from one schema to another and back, as <see cref="SchemaRuleTable"/> writes them.
/// </summary>
public sealed class ContentRulesTests
{
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            {
                "type: string",
                "{type: string, contentEncoding: base64}",
                "content-encoding-added -! none > base64",
                "content-encoding-removed !- base64 > none"
            },
            {
                "{type: string, contentEncoding: base64}",
                "{type: string, contentEncoding: base32}",
                "content-encoding-changed !! base64 > base32",
                "content-encoding-changed !! base32 > base64"
            },
            {
                "{type: string, format: byte}",
                "{type: string, contentEncoding: base64url}",
                "content-encoding-changed !! base64 > base64url",
                "content-encoding-changed !! base64url > base64"
            },
            { "{type: string, format: binary}", "{type: string, contentMediaType: application/octet-stream}", "", "" },
            {
                "type: string",
                "{type: string, contentMediaType: text/csv}",
                "content-media-type-added -! none > text/csv",
                "content-media-type-removed !- text/csv > none"
            },
            {
                "{type: string, contentMediaType: image/png}",
                "{type: string, contentMediaType: image/webp}",
                "content-media-type-changed !! image/png > image/webp",
                "content-media-type-changed !! image/webp > image/png"
            },
            {
                "{type: string, contentMediaType: text/csv; charset=UTF-8}",
                "{type: string, contentMediaType: Text/CSV}",
                "",
                ""
            },
            {
                "type: string",
                "{type: string, contentSchema: {type: object}}",
                "content-schema-added -!  > {\"type\":\"object\"}",
                "content-schema-removed !- {\"type\":\"object\"} > "
            },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_is_found_there_and_back(string one, string other, string there, string back) =>
        SchemaRuleTable.Check(one, other, there, back);
}
