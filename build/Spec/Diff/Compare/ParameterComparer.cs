using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Pairs the parameters of two operations, and the schemas of their values.</summary>
internal sealed class ParameterComparer(ComparisonContext context)
{
    /// <summary>Compares the parameters of two operations.</summary>
    /// <param name="comparison">Gets the findings.</param>
    /// <param name="operations">The operations.</param>
    /// <param name="direction">The direction in which they travel: those of a webhook travel to the user.</param>
    public void Compare(Comparison comparison, Sides<DiffOperation> operations, Direction direction)
    {
        var nodes = operations.Select(operation => (JToken?)operation.Node);
        var parameters = operations.Select(operation => operation.Parameters);
        foreach (var parameter in parameters.Base)
        {
            var partner = parameter.PartnerIn(parameters.Revision);
            comparison.Judge(parameter, partner, direction, nodes);
            if (partner is not null)
            {
                var pair = new Sides<DiffParameter>(parameter, partner);
                context.CompareTexts(comparison, pair.Select(each => each.Node));
                CompareValues(comparison, pair, direction);
            }
        }

        foreach (var parameter in parameters.Revision.Where(each => each.PartnerIn(parameters.Base) is null))
        {
            comparison.Judge(null, parameter, direction, nodes);
        }
    }

    private void CompareValues(Comparison comparison, Sides<DiffParameter> parameters, Direction direction)
    {
        if (parameters is not { Base.Schema: { } baseSchema, Revision.Schema: { } revisionSchema })
        {
            return;
        }

        var (basePlace, revisionPlace) = parameters.Select(parameter => ValueSchema.PlaceOf(parameter.Node));
        var ignored = parameters.All(parameter => parameter.IsRequired) ? IgnoredRules.Default : IgnoredRules.None;
        switch (ParameterTypes.Compare(parameters, new(baseSchema, revisionSchema)))
        {
            case ParameterTypeChange.BecameList:
                CompareSchemas(new(baseSchema, revisionSchema.Items!), new(basePlace, ItemsOf(revisionPlace)));
                break;
            case ParameterTypeChange.BecameSingle:
                CompareSchemas(new(baseSchema.Items!, revisionSchema), new(ItemsOf(basePlace), revisionPlace));
                break;
            case ParameterTypeChange.Other:
                CompareSchemas(new(baseSchema, revisionSchema), new(basePlace, revisionPlace));
                break;
        }

        void CompareSchemas(Sides<EffectiveSchema> values, Sides<JToken> written) =>
            comparison.Children.Add(
                context.Schemas.Compare(new SchemaPair(values, direction) { Ignored = ignored }, written)
            );
    }

    private static JToken ItemsOf(JToken schema) => schema["items"] ?? schema;
}
