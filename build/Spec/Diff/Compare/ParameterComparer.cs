using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares two parameters of the same name and place. What is in them is text, however it is described.</summary>
internal sealed class ParameterComparer(
    SchemaModel before,
    SchemaModel after,
    SchemaComparer schemas,
    bool comparesProse
)
{
    private const string Text = "text";
    private const string Separator = ", ";

    public void Compare(Comparison comparison, DiffParameter was, DiffParameter isNow)
    {
        var place = new Change(was.Node, isNow.Node);
        if (was.IsRequired != isNow.IsRequired)
        {
            comparison.Add(
                isNow.IsRequired ? OperationRules.ParameterBecameRequired : OperationRules.ParameterBecameOptional,
                Direction.Request,
                place
            );
        }

        Flag("deprecated", OperationRules.ParameterDeprecated, OperationRules.ParameterUndeprecated);
        Flag("allowEmptyValue", OperationRules.EmptyValueAllowed, OperationRules.EmptyValueForbidden);
        Flag("allowReserved", OperationRules.ReservedAllowed, OperationRules.ReservedForbidden);
        if (comparesProse)
        {
            DocumentationRule.Compare(comparison, was.Node, isNow.Node);
        }

        if (SchemaOf(before, was.Node) is not { } oldSchema || SchemaOf(after, isNow.Node) is not { } newSchema)
        {
            return;
        }

        var (oldStyle, newStyle) = (Style(was, oldSchema), Style(isNow, newSchema));
        if (
            oldStyle is not null
            && newStyle is not null
            && oldStyle != newStyle
            && !IsOneAmongSeveral(oldStyle, newStyle)
            && !IsOneAmongSeveral(newStyle, oldStyle)
        )
        {
            comparison.Add(
                OperationRules.ParameterStyleChanged,
                Direction.Request,
                place with
                {
                    Old = oldStyle,
                    New = newStyle,
                }
            );
        }

        CompareValues(comparison, (was, oldSchema), (isNow, newSchema));

        void Flag(string keyword, DiffRule comes, DiffRule goes)
        {
            var (flagBefore, flagNow) = (
                was.Node[keyword] is JValue { Value: true },
                isNow.Node[keyword] is JValue { Value: true }
            );
            if (flagBefore != flagNow)
            {
                comparison.Add(flagNow ? comes : goes, Direction.Request, place);
            }
        }
    }

    // One value is written as a list of one is; the rules over values see to it.
    private static bool IsOneAmongSeveral(string style, string other) =>
        style == Text && other.Contains(Separator, StringComparison.Ordinal);

    // A parameter is text: one value is a list of one, and a number is a text.
    private void CompareValues(
        Comparison comparison,
        (DiffParameter Parameter, EffectiveSchema Schema) was,
        (DiffParameter Parameter, EffectiveSchema Schema) isNow
    )
    {
        var moot = was.Parameter.IsRequired && isNow.Parameter.IsRequired ? Moot.Default : Moot.Nothing;
        var (old, now) = (was.Schema, isNow.Schema);
        var (oldPlace, newPlace) = (Written(was.Parameter.Node), Written(isNow.Parameter.Node));
        var change = new Change(old.TypePlace ?? oldPlace, now.TypePlace ?? newPlace, TextOf(old), TextOf(now));
        if (IsPlain(was.Parameter) && IsPlain(isNow.Parameter))
        {
            if (IsScalar(old) && IsList(now) && now.Items is { } items)
            {
                comparison.Add(OperationRules.ParameterWidened, Direction.Request, change);
                comparison.Children.Add(
                    schemas.Compare(old, items, Direction.Request, (oldPlace, newPlace["items"] ?? newPlace), moot)
                );
                return;
            }

            if (IsList(old) && IsScalar(now) && old.Items is { } oldItems)
            {
                comparison.Add(OperationRules.ParameterNarrowed, Direction.Request, change);
                comparison.Children.Add(
                    schemas.Compare(oldItems, now, Direction.Request, (oldPlace["items"] ?? oldPlace, newPlace), moot)
                );
                return;
            }

            if (IsScalar(old) && !old.Types!.Contains("string") && IsAnyText(now))
            {
                comparison.Add(OperationRules.ParameterWidened, Direction.Request, change);
                return;
            }
        }

        comparison.Children.Add(schemas.Compare(old, now, Direction.Request, (oldPlace, newPlace), moot));
    }

    private static string TextOf(EffectiveSchema schema) =>
        string.Join(" or ", schema.Types ?? new HashSet<string>())
        + (IsList(schema) && schema.Items?.Types is { } items ? $" of {string.Join(" or ", items)}" : "");

    private static bool IsList(EffectiveSchema schema) => schema.Types is { Count: 1 } types && types.Contains("array");

    private static bool IsScalar(EffectiveSchema schema) =>
        schema.Union is null
        && schema.Types is { Count: > 0 } types
        && !types.Contains("array")
        && !types.Contains("object");

    private static bool IsAnyText(EffectiveSchema schema) =>
        schema.Union is null
        && schema.Types is { Count: 1 } types
        && types.Contains("string")
        && schema.Enum is null
        && !schema.Keywords("pattern").Concat(schema.Keywords("format")).Concat(schema.Keywords("maxLength")).Any();

    // Written as it is or with commas, not as JSON or by a style of its own.
    private static bool IsPlain(DiffParameter parameter) =>
        parameter.Node["content"] is null && (string?)(parameter.Node["style"] as JValue) is null or "form" or "simple";

    // How a list or an object is written. Style and explode mean nothing for anything else, but JSON within a parameter is another text.
    private static string? Style(DiffParameter parameter, EffectiveSchema schema)
    {
        if ((parameter.Node["content"] as JObject)?.Properties().FirstOrDefault() is { } content)
        {
            return content.Name;
        }

        if (schema.Types is not { Count: 1 } types)
        {
            return null;
        }

        if (!(types.Contains("array") || types.Contains("object")))
        {
            return Text;
        }

        var style =
            (string?)(parameter.Node["style"] as JValue) ?? (parameter.In is "query" or "cookie" ? "form" : "simple");
        var explodes = parameter.Node["explode"] is JValue { Value: bool said } ? said : style == "form";
        return $"{style}{Separator}{(explodes ? "exploded" : "joined")}";
    }

    /// <summary>Gives where the schema of a parameter or a header stands; the node itself when it has none.</summary>
    public static JToken Written(JObject parameter) =>
        parameter["schema"]
        ?? (parameter["content"] as JObject)?.Properties().FirstOrDefault()?.Value.Member("schema")
        ?? parameter;

    /// <summary>Gives what a parameter or a header holds, or null when that is not said.</summary>
    public static EffectiveSchema? SchemaOf(SchemaModel model, JObject parameter) =>
        Written(parameter) is JObject schema && !ReferenceEquals(schema, parameter) ? model.Of(schema) : null;
}
