namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>The forms of line that speak of a parameter.</summary>
internal static class ParameterForms
{
    /// <summary>Gets the forms. Each has an example.</summary>
    public static IReadOnlyList<LineForm> All { get; } =
    [
        new(
            LineKind.ParameterAdded,
            LinePart.Parameter,
            "added the new (optional|required) {in} request parameter {name}"
        )
        {
            Example = "added the new optional `query` request parameter `storeys`",
        },
        new(LineKind.ParameterRemoved, LinePart.Parameter, "deleted the {in} request parameter {name}")
        {
            Example = "deleted the `query` request parameter `storeys`",
        },
        new(
            LineKind.TypeWidened,
            LinePart.Parameter,
            "for the {in} request parameter {name}, the type/format was generalized from {types}"
        )
        {
            Example =
                "for the `query` request parameter `storeys`, the type/format was generalized from "
                + "`integer`/`` to `number`/``",
        },
        new(
            LineKind.TypeChanged,
            LinePart.Parameter,
            "for the {in} request parameter {name}, the type/format of property {inner} was changed " + "from {types}"
        )
        {
            Example =
                "for the `query` request parameter `colours`, the type/format of property `/items/` was "
                + "changed from ``/`` to `string`/``",
        },
        new(
            LineKind.EnumValueAdded,
            LinePart.Parameter,
            "added the new enum value {x} to the {in} request parameter {name}"
        )
        {
            Example = "added the new enum value `RED` to the `query` request parameter `colour`",
        },
        new(
            LineKind.EnumAdded,
            LinePart.Parameter,
            "the {in} request parameter {name} was restricted to a list of enum values"
        )
        {
            Example = "the `query` request parameter `colour` was restricted to a list of enum values",
        },
        new(
            LineKind.DefaultChanged,
            LinePart.Parameter,
            "for the {in} request parameter {name}, default value {x} was (added|removed)"
        )
        {
            Example = "for the `query` request parameter `colour`, default value `RED` was removed",
        },
        new(LineKind.LimitChanged, LinePart.Parameter, "for the {in} request parameter {name}, the max was set to {x}")
        {
            Example = "for the `query` request parameter `storeys`, the max was set to `9.00`",
        },
        new(
            LineKind.LimitChanged,
            LinePart.Parameter,
            "for the {in} request parameter {name}, the minLength was decreased from {x} to {x}"
        )
        {
            Example = "for the `path` request parameter `house_id`, the minLength was decreased from `1` to `0`",
        },
        new(LineKind.PatternChanged, LinePart.Parameter, "added the pattern {x} to the {in} request parameter {name}")
        {
            Example = "added the pattern `^[0-9]+$` to the `path` request parameter `house_id`",
        },
        new(
            LineKind.PatternChanged,
            LinePart.Parameter,
            "removed the pattern {x} from the {in} request parameter {name}"
        )
        {
            Example = "removed the pattern `^[0-9]+$` from the `path` request parameter `house_id`",
        },
        new(
            LineKind.PatternChanged,
            LinePart.Parameter,
            "changed the pattern of the {in} request parameter {name} from {x} to {x}"
        )
        {
            Example = "changed the pattern of the `path` request parameter `house_id` from `^[0-9]*$` to `^[0-9]+$`",
        },
    ];
}
