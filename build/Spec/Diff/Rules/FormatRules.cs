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

    public static readonly SchemaRule UnknownFormatChanged = new("format-unknown")
    {
        Message = "The format of {0} changed from {1} to {2}. No specification defines what it limits.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "Only the description of the API can say which values the format allows.",
        Remedy = "Ask what the format allows.",
        Example = "a string gets format: phone",
        Find = schemas => Find(schemas, FormatChange.Unknown),
    };

    public static readonly SchemaRule FormatWithoutEffect = new("format-without-effect")
    {
        Message = "The format of {0} changed from {1} to {2}, which excludes no value.",
        InRequest = Compatible,
        InResponse = Compatible,
        Why = "The format is a hint, or every value that the schema allows has it.",
        Remedy = RuleTexts.NoAction,
        Example = "a string gets format: password",
        Find = schemas => Find(schemas, FormatChange.WithoutEffect),
    };

    private enum FormatChange
    {
        None,
        Other,
        Narrower,
        Wider,
        Unknown,
        WithoutEffect,
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
            .Zip(places, ValueFormats.Said)
            .Select(format => IsWrittenAsContent(schemas, format) ? null : format);
        return baseFormat != revisionFormat && Judge(schemas, baseFormat, revisionFormat) == wanted
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

    private static FormatChange Judge(Sides<EffectiveSchema> schemas, string? baseSaid, string? revisionSaid)
    {
        var baseFormat = ValueFormats.Effective(schemas.Base, baseSaid);
        var revisionFormat = ValueFormats.Effective(schemas.Revision, revisionSaid);
        if (baseFormat == revisionFormat)
        {
            return FormatChange.WithoutEffect;
        }

        // What an unknown format limits cannot be told, so it counts as no limit beside a known one.
        var known = new Sides<string?>(ValueFormats.Known(baseFormat), ValueFormats.Known(revisionFormat));
        if (known.Base == known.Revision)
        {
            return FormatChange.Unknown;
        }

        if (ValueFormats.Covers(known.Base, known.Revision))
        {
            return FormatChange.Narrower;
        }

        return ValueFormats.Covers(known.Revision, known.Base) ? FormatChange.Wider : FormatChange.Other;
    }
}
