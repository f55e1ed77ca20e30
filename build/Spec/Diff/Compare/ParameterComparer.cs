using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;

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

        var ignored = parameters.All(parameter => parameter.IsRequired) ? IgnoredRules.Default : IgnoredRules.None;
        var writing = parameters.All(parameter => parameter.IsText) ? ValueWriting.Parameter : ValueWriting.Json;
        var pair = new SchemaPair(new(baseSchema, revisionSchema), direction)
        {
            Ignored = SchemaPair.IgnoredAs(writing, ignored),
            Writing = writing,
        };
        var places = parameters.Select(parameter => ValueSchema.PlaceOf(parameter.Node));
        comparison.Children.Add(context.Schemas.Compare(pair, places));
    }
}
