namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>The forms of line that speak of the body of a request.</summary>
internal static class RequestForms
{
    /// <summary>Gets the forms. Each has an example.</summary>
    public static IReadOnlyList<LineForm> All { get; } =
    [
        new(LineKind.EnumValueRemoved, LinePart.Request, "removed the enum value {x} of the request property {places}")
        {
            Example = "removed the enum value `RED` of the request property `paint/colour`",
        },
        new(LineKind.EnumValueAdded, LinePart.Request, "added the new {x} enum value to the request property {places}")
        {
            Example = "added the new `RED` enum value to the request property `walls/colour` and `doors/colour`",
        },
        new(LineKind.EnumAdded, LinePart.Request, "request property {places} was restricted to a list of enum values")
        {
            Example = "request property `paint/colour` was restricted to a list of enum values",
        },
        new(LineKind.PropertyAdded, LinePart.Request, "added the new optional request property {places}")
        {
            Example = "added the new optional request property `paint/gloss`",
        },
        new(LineKind.RequiredPropertyAdded, LinePart.Request, "added the new required request property {places}")
        {
            Example = "added the new required request property `paint/gloss`",
        },
        new(LineKind.PropertyRemoved, LinePart.Request, "removed the request property {places}")
        {
            Example = "removed the request property `paint/gloss`",
        },
        new(LineKind.TypeChanged, LinePart.Request, "the {places} request property type/format changed from {types}")
        {
            Example = "the `paint/litres` request property type/format changed from `string`/`` to `number`/`float`",
        },
        new(
            LineKind.TypeWidened,
            LinePart.Request,
            "the {places} request property type/format was generalized from {types}"
        )
        {
            Example =
                "the `paint/litres` request property type/format was generalized from `integer`/`` to " + "`number`/``",
        },
        new(LineKind.TypeChanged, LinePart.Request, "the request's body type/format changed from {types}")
        {
            Example = "the request's body type/format changed from `object`/`` to `array`/``",
        },
        new(LineKind.PartsAdded, LinePart.Request, "added {x} to the {places} request property {x} list")
        {
            Example = "added `#/components/schemas/Paint` to the `paint` request property `allOf` list",
        },
        new(LineKind.PartsRemoved, LinePart.Request, "removed {x} from the {places} request property {x} list")
        {
            Example = "removed `#/components/schemas/Paint` from the `paint` request property `allOf` list",
        },
        new(LineKind.PartsAdded, LinePart.Request, "added {x} to the request body {x} list")
        {
            Example = "added `#/components/schemas/House` to the request body `oneOf` list",
        },
        new(LineKind.PartsRemoved, LinePart.Request, "removed {x} from the request body {x} list")
        {
            Example = "removed `subschema #2` from the request body `allOf` list",
        },
        new(LineKind.BecameNullable, LinePart.Request, "the request property {places} became nullable")
        {
            Example = "the request property `paint/gloss` became nullable",
        },
        new(LineKind.BecameNotNullable, LinePart.Request, "the request property {places} became not nullable")
        {
            Example = "the request property `walls/gloss` and `doors/gloss` became not nullable",
        },
        new(LineKind.BecameRequired, LinePart.Request, "the request property {places} became required")
        {
            Example = "the request property `paint/gloss` became required",
        },
        new(LineKind.BecameOptional, LinePart.Request, "the request property {places} became optional")
        {
            Example = "the request property `paint/gloss` became optional",
        },
        new(
            LineKind.BecameNotReadOnly,
            LinePart.Request,
            "the request (optional|required) property {places} became not read-only"
        )
        {
            Example = "the request optional property `id` became not read-only",
        },
        new(
            LineKind.LimitChanged,
            LinePart.Request,
            "the {places} request property's maxLength was set to (`[0-9.]+`|[0-9]+)"
        )
        {
            Example = "the `paint/name` request property's maxLength was set to 40",
        },
        new(LineKind.PatternChanged, LinePart.Request, "removed the pattern {x} from the request property {places}")
        {
            Example = "removed the pattern `^[a-z]+$` from the request property `paint/name`",
        },
        new(
            LineKind.PatternChanged,
            LinePart.Request,
            "changed the pattern of the request property {places} from {x} to {x}"
        )
        {
            Example = "changed the pattern of the request property `paint/name` from `^[a-z]+$` to `^[a-z]*$`",
        },
        new(
            LineKind.DefaultChanged,
            LinePart.Request,
            "the {places} request property default value {x} was (added|removed)"
        )
        {
            Example = "the `paint/gloss` request property default value `MATT` was removed",
        },
        new(LineKind.DiscriminatorChanged, LinePart.Request, "removed request discriminator")
        {
            Example = "removed request discriminator",
        },
        new(
            LineKind.DiscriminatorChanged,
            LinePart.Request,
            "removed {x} discriminator mapping keys from the {places} request property"
        )
        {
            Example = "removed `WALL` discriminator mapping keys from the `surface` request property",
        },
        new(
            LineKind.DiscriminatorChanged,
            LinePart.Request,
            "mapped value for discriminator key {x} changed from {x} to {x} for {places} request property"
        )
        {
            Example =
                "mapped value for discriminator key `WALL` changed from `#/components/schemas/Wall` to "
                + "`#/components/schemas/Side` for `surface` request property",
        },
        new(LineKind.Deprecated, LinePart.Request, "request property {places} deprecated")
        {
            Example = "request property `paint/gloss` deprecated",
        },
    ];
}
