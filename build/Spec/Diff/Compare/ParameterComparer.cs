using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Compares two parameters of the same name and place. The value of a parameter is text, whatever its type is.
/// </summary>
internal sealed class ParameterComparer(ComparisonContext context)
{
    public void Compare(Comparison comparison, Sides<DiffParameter> parameters)
    {
        var nodes = parameters.Select(parameter => parameter.Node);
        CompareFlags(comparison, parameters, nodes);
        context.CompareTexts(comparison, nodes);
        if (parameters.Base.Schema is { } baseSchema && parameters.Revision.Schema is { } revisionSchema)
        {
            var schemas = new Sides<EffectiveSchema>(baseSchema, revisionSchema);
            CompareStyle(comparison, parameters, schemas);
            CompareValues(comparison, parameters, schemas);
        }
    }

    private static void CompareFlags(Comparison comparison, Sides<DiffParameter> parameters, Sides<JObject> nodes)
    {
        Add(
            parameters.Select(parameter => parameter.IsRequired),
            ParameterRules.ParameterBecameRequired,
            ParameterRules.ParameterBecameOptional
        );
        Add(Read("deprecated"), ParameterRules.ParameterDeprecated, ParameterRules.ParameterUndeprecated);
        Add(Read("allowEmptyValue"), ParameterRules.EmptyValueAllowed, ParameterRules.EmptyValueForbidden);
        Add(
            Read("allowReserved"),
            ParameterRules.ReservedCharactersAllowed,
            ParameterRules.ReservedCharactersForbidden
        );

        Sides<bool> Read(string keyword) => nodes.Select(node => node[keyword].IsTrue());

        void Add(Sides<bool> flag, DiffRule becameTrue, DiffRule becameFalse)
        {
            if (flag.Base != flag.Revision)
            {
                comparison.Add(
                    flag.Revision ? becameTrue : becameFalse,
                    Direction.Request,
                    new Change(nodes.Base, nodes.Revision)
                );
            }
        }
    }

    private static void CompareStyle(
        Comparison comparison,
        Sides<DiffParameter> parameters,
        Sides<EffectiveSchema> schemas
    )
    {
        var styles = parameters.Zip(schemas, WrittenStyle.Of);
        if (styles is { Base: { } baseStyle, Revision: { } revisionStyle } && !baseStyle.IsSameAs(revisionStyle))
        {
            comparison.Add(
                ParameterRules.ParameterStyleChanged,
                Direction.Request,
                new Change(parameters.Base.Node, parameters.Revision.Node, baseStyle.Text, revisionStyle.Text)
            );
        }
    }

    // One value is a list of one, and a number is a text. Examples: integer becomes array of integer widens, array of
    // integer becomes integer narrows, integer becomes any string widens.
    private void CompareValues(Comparison comparison, Sides<DiffParameter> parameters, Sides<EffectiveSchema> schemas)
    {
        var (baseSchema, revisionSchema) = schemas;
        var places = parameters.Select(parameter => ValueSchema.PlaceOf(parameter.Node));
        var ignored = parameters.All(parameter => parameter.IsRequired) ? IgnoredRules.Default : IgnoredRules.None;
        if (parameters.All(WrittenStyle.IsPlain))
        {
            if (IsScalar(baseSchema) && IsList(revisionSchema) && revisionSchema.Items is { } revisionItems)
            {
                AddTypes(comparison, ParameterRules.ParameterTypeWidened, schemas, places);
                CompareSchemas(new(baseSchema, revisionItems), new(places.Base, ItemsOf(places.Revision)));
                return;
            }

            if (IsList(baseSchema) && IsScalar(revisionSchema) && baseSchema.Items is { } baseItems)
            {
                AddTypes(comparison, ParameterRules.ParameterTypeNarrowed, schemas, places);
                CompareSchemas(new(baseItems, revisionSchema), new(ItemsOf(places.Base), places.Revision));
                return;
            }

            if (IsScalar(baseSchema) && !baseSchema.Types!.Contains("string") && IsAnyText(revisionSchema))
            {
                AddTypes(comparison, ParameterRules.ParameterTypeWidened, schemas, places);
                return;
            }
        }

        CompareSchemas(schemas, places);

        void CompareSchemas(Sides<EffectiveSchema> values, Sides<JToken> written) =>
            comparison.Children.Add(
                context.Schemas.Compare(new SchemaPair(values, Direction.Request) { Ignored = ignored }, written)
            );
    }

    private static void AddTypes(
        Comparison comparison,
        DiffRule rule,
        Sides<EffectiveSchema> schemas,
        Sides<JToken> places
    )
    {
        var texts = schemas.Select(TextOf);
        comparison.Add(
            rule,
            Direction.Request,
            new Change(
                schemas.Base.TypePlace ?? places.Base,
                schemas.Revision.TypePlace ?? places.Revision,
                texts.Base,
                texts.Revision
            )
        );
    }

    private static JToken ItemsOf(JToken schema) => schema["items"] ?? schema;

    private static string TextOf(EffectiveSchema schema)
    {
        var items = IsList(schema) && schema.Items?.Types is { } types ? $" of {string.Join(" or ", types)}" : "";
        return string.Join(" or ", schema.Types ?? new HashSet<string>()) + items;
    }

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
}
