using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules over what a schema itself says: narrowing breaks what callers send, widening breaks what they read. A keyword
/// that means nothing for the type of its schema is passed over.
/// </summary>
internal static class SchemaRules
{
    private const int ShownValues = 12;
    private const string Area = "schema";

    private const string Narrower = "Values that were accepted may be refused.";
    private const string Wider = "Readers may get values that they have never seen.";
    private const string CheckValues = "Check the values that you send against the new limit.";
    private const string ReadMore = "Let the reader accept the new values.";

    /// <summary>A form of another type falls under it, too.</summary>
    public static readonly DiffRule TypeWidened = new(
        "type-widened",
        Area,
        "{0} allows more types: {1} became {2}.",
        Compatible,
        Breaking,
        Wider,
        "Let the reader accept the new type.",
        "type: integer becomes type: number"
    );

    /// <summary>The rules over null, which hold for a choice between forms as a whole.</summary>
    public static readonly IReadOnlyList<SchemaRule> Nullability =
    [
        new(
            new(
                "became-not-nullable",
                Area,
                "{0} may no longer be null.",
                Breaking,
                Compatible,
                Narrower,
                "Leave it out, or send a value.",
                "nullable: true goes"
            ),
            (b, a) => b.NullablePlace is { } place && a.NullablePlace is null ? [new(place, null, "nullable")] : []
        ),
        new(
            new(
                "became-nullable",
                Area,
                "{0} may be null now.",
                Compatible,
                Breaking,
                "A reader that does not expect null fails on it.",
                "Let the reader accept null.",
                "nullable: true comes"
            ),
            (b, a) =>
                b.NullablePlace is null && a.NullablePlace is { } place ? [new(null, place, null, "nullable")] : []
        ),
    ];

    /// <summary>Means nothing for what must be sent.</summary>
    public static readonly DiffRule DefaultChanged = new(
        "default-changed",
        Area,
        "The default of {0} changed from {1} to {2}.",
        PotentiallyBreaking,
        null,
        "Who leaves it out gets another behaviour.",
        "Send the value that you rely on.",
        "default: 25 becomes 50"
    );

    /// <summary>The rules, in the order of reports.</summary>
    public static readonly IReadOnlyList<SchemaRule> All =
    [
        new(
            new(
                "type-changed",
                Area,
                "The type of {0} changed from {1} to {2}.",
                Breaking,
                Breaking,
                "JSON of one type is not JSON of another.",
                "Change what is sent and read.",
                "type: integer becomes type: string"
            ),
            TypeChanged
        ),
        new(
            new(
                "type-narrowed",
                Area,
                "{0} allows fewer types: {1} became {2}.",
                Breaking,
                Compatible,
                Narrower,
                "Send the type that is left.",
                "type: number becomes type: integer"
            ),
            TypeNarrowed
        ),
        new(TypeWidened, FindTypeWidened),
        new(
            new(
                "format-changed",
                Area,
                "The format of {0} changed from {1} to {2}.",
                Breaking,
                Breaking,
                "A format says how the text or number is written.",
                "Change what is sent and read.",
                "format: date becomes format: date-time"
            ),
            (b, a) => Format(b, a, kind: 0)
        ),
        new(
            new(
                "format-narrowed",
                Area,
                "{0} has the format {2} now instead of {1}.",
                Breaking,
                Compatible,
                Narrower,
                "Send values of that format.",
                "a string gets format: uuid"
            ),
            (b, a) => Format(b, a, kind: 1)
        ),
        new(
            new(
                "format-widened",
                Area,
                "{0} has no longer the format {1} but {2}.",
                Compatible,
                Breaking,
                Wider,
                "Do not rely on the old format.",
                "format: int32 becomes format: int64"
            ),
            (b, a) => Format(b, a, kind: 2)
        ),
        new(
            new(
                "enum-value-removed",
                Area,
                "Values of {0} were removed: {1}.",
                Breaking,
                Compatible,
                "Who sends one is refused.",
                "Send another value.",
                "enum [A, B] becomes [A]"
            ),
            EnumRemoved
        ),
        new(
            new(
                "enum-value-added",
                Area,
                "Values of {0} were added: {2}.",
                Compatible,
                PotentiallyBreaking,
                "A reader that knows the old values only meets new ones; a client with open enums does not mind.",
                "Treat an unknown value as one.",
                "enum [A] becomes [A, B]"
            ),
            EnumAdded
        ),
        new(
            new(
                "enum-added",
                Area,
                "{0} may only be one of {2} now.",
                Breaking,
                Compatible,
                Narrower,
                "Send one of the listed values.",
                "a free string gets an enum"
            ),
            (b, a) =>
                b.Enum is null && a.Enum is not null && Overlap(b, a)
                    ? [new(null, a.EnumPlace, null, Values(a.Enum))]
                    : []
        ),
        new(
            new(
                "enum-dropped",
                Area,
                "{0} may be anything now, not only one of {1}.",
                Compatible,
                PotentiallyBreaking,
                Wider,
                ReadMore,
                "an enum becomes a free string"
            ),
            (b, a) =>
                b.Enum is not null && a.Enum is null && Overlap(b, a) ? [new(b.EnumPlace, null, Values(b.Enum))] : []
        ),
        .. Nullability,
        .. Limit("maxLength", isUpper: true, "string"),
        .. Limit("minLength", isUpper: false, "string", meaningless: 0),
        .. Limit("maximum", isUpper: true, "number", "exclusiveMaximum"),
        .. Limit("minimum", isUpper: false, "number", "exclusiveMinimum"),
        .. Limit("maxItems", isUpper: true, "array"),
        .. Limit("minItems", isUpper: false, "array", meaningless: 0),
        .. Limit("maxProperties", isUpper: true, "object"),
        .. Limit("minProperties", isUpper: false, "object", meaningless: 0),
        new(
            new(
                "multipleOf-changed",
                Area,
                "multipleOf of {0} changed from {1} to {2}.",
                PotentiallyBreaking,
                PotentiallyBreaking,
                Narrower,
                CheckValues,
                "multipleOf: 2 becomes 3"
            ),
            (b, a) => Values(b, a, "multipleOf", "number")
        ),
        new(
            new(
                "uniqueItems-set",
                Area,
                "The items of {0} must be unique now.",
                Breaking,
                Compatible,
                Narrower,
                "Send each item once.",
                "uniqueItems: true comes"
            ),
            (b, a) => Flag(b, a, "uniqueItems", "array", becomes: true)
        ),
        new(
            new(
                "uniqueItems-dropped",
                Area,
                "The items of {0} need no longer be unique.",
                Compatible,
                PotentiallyBreaking,
                Wider,
                ReadMore,
                "uniqueItems: true goes"
            ),
            (b, a) => Flag(b, a, "uniqueItems", "array", becomes: false)
        ),
        new(
            new(
                "pattern-narrowed",
                Area,
                "The pattern of {0} allows less: {1} became {2}.",
                Breaking,
                Compatible,
                Narrower,
                "Check what you send against the pattern.",
                "no pattern becomes ^\\d+$"
            ),
            (b, a) => Pattern(b, a, PatternChange.Narrower)
        ),
        new(
            new(
                "pattern-widened",
                Area,
                "The pattern of {0} allows more: {1} became {2}.",
                Compatible,
                PotentiallyBreaking,
                Wider,
                ReadMore,
                "^\\d+$ becomes ^[C]?\\d+$"
            ),
            (b, a) => Pattern(b, a, PatternChange.Wider)
        ),
        new(
            new(
                "pattern-changed",
                Area,
                "The pattern of {0} changed from {1} to {2}.",
                PotentiallyBreaking,
                PotentiallyBreaking,
                "It cannot be told whether the new pattern allows all that the old one did.",
                "Check what you send and read against the pattern.",
                "^[a-f]+$ becomes ^[d-k]+$"
            ),
            (b, a) => Pattern(b, a, PatternChange.Other)
        ),
        new(DefaultChanged, (b, a) => Value(b, a, "default", type: null)),
        new(
            new(
                "additional-properties-forbidden",
                Area,
                "{0} allows no other properties now.",
                Breaking,
                Compatible,
                "What is sent beside the named properties is refused.",
                "Send the named properties only.",
                "additionalProperties: false comes"
            ),
            (b, a) =>
                b.Allows("object") && b.ForbiddenPropertiesPlace is null && a.ForbiddenPropertiesPlace is { } place
                    ? [new(b.Keyword("additionalProperties"), place)]
                    : []
        ),
        new(
            new(
                "additional-properties-allowed",
                Area,
                "{0} allows other properties now.",
                Compatible,
                Compatible,
                "Readers pass over what they do not know.",
                "Nothing.",
                "additionalProperties: false goes"
            ),
            (b, a) =>
                a.Allows("object") && b.ForbiddenPropertiesPlace is { } place && a.ForbiddenPropertiesPlace is null
                    ? [new(place, a.Keyword("additionalProperties"))]
                    : []
        ),
        new(
            new(
                "additional-properties-typed",
                Area,
                "Other properties of {0} must follow a schema now.",
                PotentiallyBreaking,
                Compatible,
                Narrower,
                "Check what you send.",
                "additionalProperties: {type: string} comes"
            ),
            (b, a) =>
                Says(b.AdditionalProperties) || !Says(a.AdditionalProperties) || b.ForbiddenPropertiesPlace is not null
                    ? []
                    : [new(null, a.Keyword("additionalProperties"))]
        ),
        new(
            new(
                "additional-properties-untyped",
                Area,
                "Other properties of {0} need no longer follow a schema.",
                Compatible,
                PotentiallyBreaking,
                Wider,
                ReadMore,
                "additionalProperties: {type: string} goes"
            ),
            (b, a) =>
                !Says(b.AdditionalProperties) || Says(a.AdditionalProperties) || a.ForbiddenPropertiesPlace is not null
                    ? []
                    : [new(b.Keyword("additionalProperties"), null)]
        ),
        new(
            new(
                "items-typed",
                Area,
                "The items of {0} must follow a schema now.",
                PotentiallyBreaking,
                Compatible,
                Narrower,
                "Check what you send.",
                "items comes"
            ),
            (b, a) =>
                a.Allows("array") && b.Allows("array") && b.Items is null && a.Items is not null && b.Types is not null
                    ? [new(null, a.Keyword("items"))]
                    : []
        ),
        new(
            new(
                "items-untyped",
                Area,
                "The items of {0} need no longer follow a schema.",
                Compatible,
                PotentiallyBreaking,
                Wider,
                ReadMore,
                "items goes"
            ),
            (b, a) =>
                a.Allows("array") && b.Allows("array") && b.Items is not null && a.Items is null && a.Types is not null
                    ? [new(b.Keyword("items"), null)]
                    : []
        ),
        new(
            new(
                "discriminator-property-changed",
                Area,
                "{0} is told apart by {2} now, no longer by {1}.",
                Breaking,
                Breaking,
                "Readers look at the wrong property.",
                "Read and send the new property.",
                "discriminator.propertyName changes"
            ),
            Discriminator
        ),
        new(
            new(
                "discriminator-added",
                Area,
                "The forms of {0} are told apart by {2} now.",
                PotentiallyBreaking,
                Compatible,
                "Who does not send it may be refused.",
                "Send the property.",
                "discriminator comes"
            ),
            (b, a) =>
                b.Union is { DiscriminatorName: null }
                && a.Union is { DiscriminatorName: { } now, Discriminator: var place }
                    ? [new(null, place, null, now)]
                    : []
        ),
        new(
            new(
                "discriminator-removed",
                Area,
                "The forms of {0} are no longer told apart by {1}.",
                Compatible,
                PotentiallyBreaking,
                "A reader that looks at the property may not find it.",
                "Tell the forms apart by what they hold.",
                "discriminator goes"
            ),
            (b, a) =>
                a.Union is { DiscriminatorName: null }
                && b.Union is { DiscriminatorName: { } old, Discriminator: var place }
                    ? [new(place, null, old)]
                    : []
        ),
        new(
            new(
                "not-changed",
                Area,
                "What {0} must not be has changed.",
                PotentiallyBreaking,
                PotentiallyBreaking,
                "It cannot be told which values are concerned.",
                "Compare by hand.",
                "not changes"
            ),
            (b, a) => Values(b, a, "not", type: null)
        ),
        new(
            new(
                "keyword-not-judged",
                Area,
                "{0}: '{1}' became '{2}' in a keyword that is not judged.",
                PotentiallyBreaking,
                PotentiallyBreaking,
                "The keyword is compared as text only.",
                "Compare by hand.",
                "prefixItems changes (3.1)"
            ),
            NotJudged
        ),
        new(
            new(
                "schema-deprecated",
                Area,
                "{0} is deprecated now.",
                Compatible,
                Compatible,
                "It works still.",
                "Plan to do without it.",
                "deprecated: true comes"
            ),
            (b, a) => Flag(b, a, "deprecated", null, becomes: true)
        ),
        new(
            new(
                "schema-undeprecated",
                Area,
                "{0} is no longer deprecated.",
                Compatible,
                Compatible,
                "It stays.",
                "Nothing.",
                "deprecated: true goes"
            ),
            (b, a) => Flag(b, a, "deprecated", null, becomes: false)
        ),
    ];

    private static readonly string[] Unjudged =
    [
        "patternProperties",
        "prefixItems",
        "contains",
        "minContains",
        "maxContains",
        "propertyNames",
        "if",
        "then",
        "else",
        "dependentRequired",
        "dependentSchemas",
        "unevaluatedProperties",
        "unevaluatedItems",
        "contentEncoding",
        "contentMediaType",
        "contentSchema",
        "$dynamicRef",
    ];

    // What each format has room for: a caller of a narrower one is served by a wider one.
    private static readonly (string Narrow, string Wide)[] Widenings = [("int32", "int64"), ("float", "double")];

    /// <summary>Tells whether a part has a keyword that is compared with what it refers to.</summary>
    public static bool LeadsElsewhere(JObject part) =>
        part["not"] is not null || Array.Exists(Unjudged, keyword => part[keyword] is not null);

    /// <summary>Lists values for people, and how many were left out.</summary>
    public static string Values(IEnumerable<string> values)
    {
        var sorted = values.Select(value => value.Trim('"')).Order(StringComparer.Ordinal).ToList();
        return string.Join(", ", sorted.Take(ShownValues))
            + (sorted.Count > ShownValues ? $" and {sorted.Count - ShownValues} more" : "");
    }

    private static SchemaRule[] Limit(
        string keyword,
        bool isUpper,
        string type,
        string? exclusive = null,
        decimal? meaningless = null
    )
    {
        var (tighter, looser) = isUpper ? ("decreased", "increased") : ("increased", "decreased");
        return
        [
            new(
                new(
                    $"{keyword}-{tighter}",
                    Area,
                    $"{keyword} of {{0}} went from {{1}} to {{2}}.",
                    Breaking,
                    Compatible,
                    Narrower,
                    CheckValues,
                    $"{keyword} {(isUpper ? "10 becomes 5" : "5 becomes 10")}, or comes"
                ),
                (b, a) => Find(b, a, true)
            ),
            new(
                new(
                    $"{keyword}-{looser}",
                    Area,
                    $"{keyword} of {{0}} went from {{1}} to {{2}}.",
                    Compatible,
                    Breaking,
                    Wider,
                    ReadMore,
                    $"{keyword} {(isUpper ? "5 becomes 10" : "10 becomes 5")}, or goes"
                ),
                (b, a) => Find(b, a, false)
            ),
        ];

        IEnumerable<Change> Find(EffectiveSchema before, EffectiveSchema after, bool isTighter)
        {
            if (!before.Allows(type) || !after.Allows(type))
            {
                return [];
            }

            var (old, now) = (
                Meant(Whole(before, before.Limit(keyword, isUpper, exclusive))),
                Meant(Whole(after, after.Limit(keyword, isUpper, exclusive)))
            );
            var hasTightened = now is not null && (old is null || EffectiveSchema.IsStricter(now, old, isUpper));
            var hasLoosened = old is not null && (now is null || EffectiveSchema.IsStricter(old, now, isUpper));
            return (isTighter ? hasTightened : hasLoosened)
                ? [new(old?.Place, now?.Place, old?.ToString() ?? "none", now?.ToString() ?? "none")]
                : [];
        }

        // More than 0 is at least 1 for whole numbers.
        SchemaLimit? Whole(EffectiveSchema schema, SchemaLimit? limit) =>
            limit is { IsExclusive: true }
            && schema.Types is { Count: 1 } types
            && types.Contains("integer")
            && decimal.IsInteger(limit.Number)
            && Math.Abs(limit.Number) < long.MaxValue
                ? limit with
                {
                    Number = limit.Number + (isUpper ? -1 : 1),
                    IsExclusive = false,
                }
                : limit;

        SchemaLimit? Meant(SchemaLimit? limit) => limit is not null && limit.Number <= meaningless ? null : limit;
    }

    private static IEnumerable<Change> TypeChanged(EffectiveSchema before, EffectiveSchema after) =>
        before.Types is { } old && after.Types is { } now && !Covers(old, now) && !Covers(now, old)
            ? [new(before.TypePlace ?? before.Node, after.TypePlace ?? after.Node, Values(old), Values(now))]
            : [];

    private static IEnumerable<Change> TypeNarrowed(EffectiveSchema before, EffectiveSchema after)
    {
        if (before.Union is not null || after.Union is not null || after.Types is not { } now)
        {
            return [];
        }

        if (before.Types is not { } old)
        {
            return after.TypePlace is null ? [] : [new(null, after.TypePlace, "any", Values(now))];
        }

        return Covers(old, now) && !Covers(now, old)
            ? [new(before.TypePlace, after.TypePlace, Values(old), Values(now))]
            : [];
    }

    private static IEnumerable<Change> FindTypeWidened(EffectiveSchema before, EffectiveSchema after)
    {
        if (before.Union is not null || after.Union is not null || before.Types is not { } old)
        {
            return [];
        }

        if (after.Types is not { } now)
        {
            return before.TypePlace is null ? [] : [new(before.TypePlace, null, Values(old), "any")];
        }

        return Covers(now, old) && !Covers(old, now)
            ? [new(before.TypePlace, after.TypePlace, Values(old), Values(now))]
            : [];
    }

    private static bool Covers(IReadOnlySet<string> wide, IReadOnlySet<string> narrow) =>
        narrow.All(type => wide.Contains(type) || (type == "integer" && wide.Contains("number")));

    private static IEnumerable<Change> Format(EffectiveSchema before, EffectiveSchema after, int kind)
    {
        if (before.Types is not null && after.Types is not null && !before.Types.Overlaps(after.Types))
        {
            return [];
        }

        var (old, now) = (before.Keyword("format"), after.Keyword("format"));
        var (oldText, newText) = (Meant(before, old), Meant(after, now));
        if (oldText == newText)
        {
            return [];
        }

        var isNarrower = oldText is null || Widenings.Contains((newText ?? "", oldText));
        var isWider = newText is null || Widenings.Contains((oldText ?? "", newText));
        return
            (
                isNarrower ? 1
                : isWider ? 2
                : 0
            ) == kind
            ? [new(old, now, oldText ?? "none", newText ?? "none")]
            : [];
    }

    // A number is a double and an integer an int64 where nothing else is said.
    private static string? Meant(EffectiveSchema schema, JToken? format) =>
        (string?)(format as JValue) switch
        {
            "double" when schema.Allows("number") => null,
            "int64" when schema.Allows("integer") => null,
            var text => text,
        };

    private static bool Overlap(EffectiveSchema before, EffectiveSchema after) =>
        before.Types is null
        || after.Types is null
        || before.Types.Overlaps(after.Types)
        || Covers(before.Types, after.Types)
        || Covers(after.Types, before.Types);

    private static IEnumerable<Change> EnumRemoved(EffectiveSchema before, EffectiveSchema after)
    {
        if (before.Enum is null || after.Enum is null || !Overlap(before, after))
        {
            return [];
        }

        var gone = before.Enum.Except(after.Enum).ToList();
        return gone.Count == 0 ? [] : [new(before.EnumPlace, after.EnumPlace, Values(gone))];
    }

    private static IEnumerable<Change> EnumAdded(EffectiveSchema before, EffectiveSchema after)
    {
        if (before.Enum is null || after.Enum is null || !Overlap(before, after))
        {
            return [];
        }

        var added = after.Enum.Except(before.Enum).ToList();
        return added.Count == 0 ? [] : [new(before.EnumPlace, after.EnumPlace, null, Values(added))];
    }

    private static IEnumerable<Change> Value(
        EffectiveSchema before,
        EffectiveSchema after,
        string keyword,
        string? type
    )
    {
        if (type is not null && !(before.Allows(type) && after.Allows(type)))
        {
            return [];
        }

        var (old, now) = (before.Keyword(keyword), after.Keyword(keyword));
        return AreEqual(old, now) ? [] : [new(old, now, Text(old), Text(now))];
    }

    // What each part says must hold, so that the values are compared as a set; a reference is what it refers to.
    private static IEnumerable<Change> Values(
        EffectiveSchema before,
        EffectiveSchema after,
        string keyword,
        string? type
    )
    {
        if (type is not null && !(before.Allows(type) && after.Allows(type)))
        {
            return [];
        }

        var (old, now) = (Written(before, keyword), Written(after, keyword));
        var (gone, come) = (
            old.Where(value => !now.ContainsKey(value.Key)).ToList(),
            now.Where(value => !old.ContainsKey(value.Key)).ToList()
        );
        if (gone.Count + come.Count == 0)
        {
            return [];
        }

        var (was, isNow) = (
            gone.FirstOrDefault().Value ?? old.FirstOrDefault().Value,
            come.FirstOrDefault().Value ?? now.FirstOrDefault().Value
        );
        return [new(was, isNow, Text(gone.FirstOrDefault().Value), Text(come.FirstOrDefault().Value))];

        static Dictionary<string, JToken> Written(EffectiveSchema schema, string keyword) =>
            schema
                .Keywords(keyword)
                .GroupBy(value => EffectiveSchema.Text(schema.Expanded(value)), StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    private static bool AreEqual(JToken? old, JToken? now) =>
        old is null || now is null
            ? old is null && now is null
            : JToken.DeepEquals(old, now) || EffectiveSchema.Text(old) == EffectiveSchema.Text(now);

    private static IEnumerable<Change> Flag(
        EffectiveSchema before,
        EffectiveSchema after,
        string keyword,
        string? type,
        bool becomes
    )
    {
        if (type is not null && !(before.Allows(type) && after.Allows(type)))
        {
            return [];
        }

        var (old, now) = (before.Keyword(keyword, IsTrue), after.Keyword(keyword, IsTrue));
        return (old is null) == becomes && (now is not null) == becomes ? [new(old, now)] : [];

        static bool IsTrue(JToken value) => value is JValue { Value: true };
    }

    private static IEnumerable<Change> Pattern(EffectiveSchema before, EffectiveSchema after, PatternChange kind)
    {
        if (!before.Allows("string") || !after.Allows("string"))
        {
            return [];
        }

        var (old, now) = (Patterns(before), Patterns(after));
        var (gone, come) = (
            old.Where(pattern => !now.ContainsKey(pattern.Key)).ToList(),
            now.Where(pattern => !old.ContainsKey(pattern.Key)).ToList()
        );
        var (was, isNow) = (gone.FirstOrDefault(), come.FirstOrDefault());

        // Every pattern must match: one more is narrower, one less wider; several at once are not decided.
        var found = (gone.Count, come.Count) switch
        {
            (0, 0) => PatternChange.Same,
            (<= 1, <= 1) => PatternInclusion.Compare(was.Key, isNow.Key),
            (0, _) => PatternChange.Narrower,
            (_, 0) => PatternChange.Wider,
            _ => PatternChange.Other,
        };
        return found == kind ? [new(was.Value, isNow.Value, was.Key ?? "none", isNow.Key ?? "none")] : [];

        static Dictionary<string, JToken> Patterns(EffectiveSchema schema) =>
            schema
                .Keywords("pattern")
                .OfType<JValue>()
                .Where(pattern => pattern.Value is string)
                .GroupBy(pattern => (string)pattern!, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => (JToken)group.First(), StringComparer.Ordinal);
    }

    private static IEnumerable<Change> Discriminator(EffectiveSchema before, EffectiveSchema after)
    {
        if (
            before.Union is not { DiscriminatorName: { } old } was
            || after.Union is not { DiscriminatorName: { } now } isNow
            || old == now
        )
        {
            return [];
        }

        return [new(was.Discriminator, isNow.Discriminator, old, now)];
    }

    private static IEnumerable<Change> NotJudged(EffectiveSchema before, EffectiveSchema after) =>
        Unjudged.SelectMany(keyword => Values(before, after, keyword, type: null));

    private static bool Says(EffectiveSchema? schema) => schema is not null && schema.Parts.Any(part => part.HasValues);

    private static string Text(JToken? value) =>
        value is null ? "none"
        : value is JValue { Value: string text } ? text
        : Cut(value.ToString(Formatting.None));

    private static string Cut(string text) => text.Length <= 80 ? text : text[..77] + "...";
}
