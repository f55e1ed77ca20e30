using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Pairs the headers of two responses.</summary>
internal sealed class HeaderComparer(ComparisonContext context)
{
    /// <summary>Compares the headers of two responses.</summary>
    /// <param name="comparison">Gets the findings.</param>
    /// <param name="responses">The responses.</param>
    /// <param name="direction">The direction in which they travel: those of a webhook come from the user.</param>
    public void Compare(Comparison comparison, Sides<JObject> responses, Direction direction)
    {
        var nodes = responses.Select(response => (JToken?)response);
        var headers = context.Models.Zip(responses, DiffHeader.ReadAll);
        foreach (var (name, header) in headers.Base)
        {
            var partner = headers.Revision.GetValueOrDefault(name);
            comparison.Judge(header, partner, direction, nodes);
            if (partner is not null)
            {
                CompareSchemas(comparison, new(header.Node, partner.Node), direction);
            }
        }

        foreach (var (_, header) in headers.Revision.Where(header => !headers.Base.ContainsKey(header.Key)))
        {
            comparison.Judge(null, header, direction, nodes);
        }
    }

    private void CompareSchemas(Comparison comparison, Sides<JObject> headers, Direction direction)
    {
        if (
            ValueSchema.Of(context.Models.Base, headers.Base) is { } baseSchema
            && ValueSchema.Of(context.Models.Revision, headers.Revision) is { } revisionSchema
        )
        {
            var styles = headers.Zip(
                new Sides<EffectiveSchema>(baseSchema, revisionSchema),
                (header, schema) => WrittenStyle.Of(header, "header", schema)
            );
            if (WrittenStyle.Difference(styles) is { } texts)
            {
                var change = new Change(headers.Base, headers.Revision, texts.Base, texts.Revision);
                comparison.Add(HeaderRules.HeaderStyleChanged, direction, change);
            }

            var writing = headers.All(ValueSchema.IsText) ? ValueWriting.Text : ValueWriting.Json;
            var pair = new SchemaPair(new(baseSchema, revisionSchema), direction)
            {
                Ignored = SchemaPair.IgnoredAs(writing, IgnoredRules.None),
                Writing = writing,
            };
            comparison.Children.Add(context.Schemas.Compare(pair, headers.Select(ValueSchema.PlaceOf)));
        }
    }
}
