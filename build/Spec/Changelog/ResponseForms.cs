namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>The forms of line that speak of the body of a response.</summary>
internal static class ResponseForms
{
    /// <summary>Gets the forms. Each has an example.</summary>
    public static IReadOnlyList<LineForm> All { get; } =
    [
        new(
            LineKind.EnumValueRemoved,
            LinePart.Response,
            "removed the {x} enum value from the {places} response property for the response status {status}"
        )
        {
            Example =
                "removed the `RED` enum value from the `items/items/colour` response property for the "
                + "response status 200",
        },
        new(
            LineKind.EnumValueAdded,
            LinePart.Response,
            "added the new {x} enum value to the {places} response property for the response status {status}"
        )
        {
            Example =
                "added the new `RED` enum value to the `items/items/colour` response property for the "
                + "response status 200",
        },
        new(
            LineKind.PropertyAdded,
            LinePart.Response,
            "added the (optional|required) property {places} to the response with the {status} status"
        )
        {
            Example = "added the optional property `items/items/note` to the response with the 200 status",
        },
        new(
            LineKind.PropertyRemoved,
            LinePart.Response,
            "removed the (optional|required) property {places} from the response with the {status} status"
        )
        {
            Example = "removed the required property `items/items/note` from the response with the 200 status",
        },
        new(
            LineKind.TypeChanged,
            LinePart.Response,
            "the {places} response's property type/format changed from {types} for status {status}"
        )
        {
            Example =
                "the `owner/age` response's property type/format changed from `string`/`` to `integer`/`` "
                + "for status 200",
        },
        new(
            LineKind.TypeChanged,
            LinePart.Response,
            "the response's body type/format changed from {types} for status {status}"
        )
        {
            Example = "the response's body type/format changed from ``/`` to `object`/`` for status 200",
        },
        new(
            LineKind.TypeWidened,
            LinePart.Response,
            "response property {places} list-of-types was widened by adding types {x} to media type "
                + "{x} of response {status}"
        )
        {
            Example =
                "response property `owner/age` list-of-types was widened by adding types `string` to "
                + "media type `application/json` of response 200",
        },
        new(
            LineKind.PartsAdded,
            LinePart.Response,
            "added {x} to the {places} response property {x} list for the response status {status}"
        )
        {
            Example =
                "added `#/components/schemas/Owner` to the `owner` response property `oneOf` list for the "
                + "response status 200",
        },
        new(
            LineKind.PartsRemoved,
            LinePart.Response,
            "removed {x} from the {places} response property {x} list for the response status {status}"
        )
        {
            Example =
                "removed `#/components/schemas/Owner` from the `owner` response property `allOf` list for "
                + "the response status 200",
        },
        new(
            LineKind.PartsAdded,
            LinePart.Response,
            "added {x} to the response body {x} list for the response status {status}"
        )
        {
            Example =
                "added `#/components/schemas/House` to the response body `allOf` list for the response " + "status 200",
        },
        new(
            LineKind.PartsRemoved,
            LinePart.Response,
            "removed {x} from the response body {x} list for the response status {status}"
        )
        {
            Example =
                "removed `#/components/schemas/Paged, subschema #2` from the response body `allOf` list "
                + "for the response status 200",
        },
        new(
            LineKind.BecameRequired,
            LinePart.Response,
            "the response property {places} became required for the status {status}"
        )
        {
            Example = "the response property `owner/age` became required for the status 200",
        },
        new(
            LineKind.BecameRequired,
            LinePart.Response,
            "the response properties {places} became required for the status {status}"
        )
        {
            Example = "the response properties `age`, `name` became required for the status 200",
        },
        new(
            LineKind.BecameRequired,
            LinePart.Response,
            "the response properties {places} under {under} became required for the status {status}"
        )
        {
            Example = "the response properties `age`, `name` under `owner` became required for the status 200",
        },
        new(
            LineKind.BecameOptional,
            LinePart.Response,
            "the response property {places} became optional for the status {status}"
        )
        {
            Example = "the response property `owner/age` became optional for the status 200",
        },
        new(
            LineKind.BecameReadOnly,
            LinePart.Response,
            "the response (optional|required) property {places} became read-only for the status {status}"
        )
        {
            Example = "the response optional property `id` became read-only for the status 200",
        },
        new(
            LineKind.BecameNotReadOnly,
            LinePart.Response,
            "the response (optional|required) property {places} became not read-only for the status {status}"
        )
        {
            Example = "the response required property `id` became not read-only for the status 200",
        },
        new(
            LineKind.PatternChanged,
            LinePart.Response,
            "the {places} response's property pattern {x} was (added|removed) for the status {status}"
        )
        {
            Example = "the `id` response's property pattern `^[0-9]+$` was removed for the status 200",
        },
        new(
            LineKind.PatternChanged,
            LinePart.Response,
            "the {places} response's property pattern was changed from {x} to {x} for the status {status}"
        )
        {
            Example = "the `id` response's property pattern was changed from `[0-9]+` to `^[0-9]+$` for the status 200",
        },
        new(
            LineKind.DefaultChanged,
            LinePart.Response,
            "the {places} response's property default value {x} was (added|removed) for the status {status}"
        )
        {
            Example = "the `gloss` response's property default value `MATT` was removed for the status 200",
        },
        new(
            LineKind.DiscriminatorChanged,
            LinePart.Response,
            "added discriminator to {places} response property for the response status {status}"
        )
        {
            Example = "added discriminator to `items/items/` response property for the response status 200",
        },
        new(
            LineKind.DiscriminatorChanged,
            LinePart.Response,
            "removed response discriminator for the response status {status}"
        )
        {
            Example = "removed response discriminator for the response status 200",
        },
    ];
}
