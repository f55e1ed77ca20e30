using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about format. Example: int32 becomes int64 widens, date becomes date-time changes.</summary>
internal static class FormatRules
{
    public static readonly SchemaRule FormatChanged = new("format-changed")
    {
        Message = "The format of {0} changed from {1} to {2}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "The format says how a text or number is written.",
        Remedy = "Send and read values of the new format.",
        Example = "format: date becomes format: date-time",
        Find = schemas => Find(schemas, FormatChange.Other),
    };

    public static readonly SchemaRule FormatNarrowed = new("format-narrowed")
    {
        Message = "{0} now requires the format {2} (before: {1}).",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = RuleTexts.Narrower,
        Remedy = "Send values of the new format.",
        Example = "format: uuid is added to a string",
        Find = schemas => Find(schemas, FormatChange.Narrower),
    };

    public static readonly SchemaRule FormatWidened = new("format-widened")
    {
        Message = "{0} no longer requires the format {1} (now: {2}).",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = RuleTexts.Wider,
        Remedy = "Make the code that reads the value work with the new format.",
        Example = "format: int32 becomes format: int64",
        Find = schemas => Find(schemas, FormatChange.Wider),
    };

    // Every value of the narrow format is a value of the wide one.
    private static readonly (string Narrow, string Wide)[] Widenings = [("int32", "int64"), ("float", "double")];

    private enum FormatChange
    {
        Other,
        Narrower,
        Wider,
    }

    private static IEnumerable<Change> Find(Sides<EffectiveSchema> schemas, FormatChange wanted)
    {
        if (
            schemas.Base.Types is { } baseTypes
            && schemas.Revision.Types is { } revisionTypes
            && !baseTypes.Overlaps(revisionTypes)
        )
        {
            return [];
        }

        var places = schemas.Select(schema => schema.Keyword("format"));
        var (baseFormat, revisionFormat) = schemas
            .Zip(places, Effective)
            .Select(format => IsWrittenAsContent(schemas, format) ? null : format);
        return baseFormat != revisionFormat && Judge(baseFormat, revisionFormat) == wanted
            ? [new(places.Base, places.Revision, baseFormat ?? "none", revisionFormat ?? "none")]
            : [];
    }

    // 3.1 writes byte as contentEncoding, and binary as contentMediaType. The rules about those judge such a pair.
    private static bool IsWrittenAsContent(Sides<EffectiveSchema> schemas, string? format) =>
        format switch
        {
            "byte" => schemas.Any(schema => schema.Keyword("contentEncoding") is not null),
            "binary" => schemas.Any(schema => schema.Keyword("contentMediaType") is not null),
            _ => false,
        };

    private static FormatChange Judge(string? baseFormat, string? revisionFormat)
    {
        if (baseFormat is null || Widenings.Contains((revisionFormat ?? "", baseFormat)))
        {
            return FormatChange.Narrower;
        }

        return revisionFormat is null || Widenings.Contains((baseFormat, revisionFormat))
            ? FormatChange.Wider
            : FormatChange.Other;
    }

    // A number without a format is a double, an integer without one an int64. Example: {type: number} and
    // {type: number, format: double} are the same.
    private static string? Effective(EffectiveSchema schema, JToken? format) =>
        (string?)(format as JValue) switch
        {
            "double" when schema.Allows("number") => null,
            "int64" when schema.Allows("integer") => null,
            var text => text,
        };
}
