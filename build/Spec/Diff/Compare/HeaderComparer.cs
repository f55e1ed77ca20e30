using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Pairs the headers of two responses.</summary>
internal sealed class HeaderComparer(ComparisonContext context)
{
    public void Compare(Comparison comparison, Sides<JObject> responses)
    {
        var nodes = responses.Select(response => (JToken?)response);
        var headers = context.Models.Zip(responses, DiffHeader.ReadAll);
        foreach (var (name, header) in headers.Base)
        {
            var partner = headers.Revision.GetValueOrDefault(name);
            comparison.Judge(header, partner, Direction.Response, nodes);
            if (partner is not null)
            {
                CompareSchemas(comparison, new(header.Node, partner.Node));
            }
        }

        foreach (var (_, header) in headers.Revision.Where(header => !headers.Base.ContainsKey(header.Key)))
        {
            comparison.Judge(null, header, Direction.Response, nodes);
        }
    }

    private void CompareSchemas(Comparison comparison, Sides<JObject> headers)
    {
        if (
            ValueSchema.Of(context.Models.Base, headers.Base) is { } baseSchema
            && ValueSchema.Of(context.Models.Revision, headers.Revision) is { } revisionSchema
        )
        {
            comparison.Children.Add(
                context.Schemas.Compare(
                    new SchemaPair(new(baseSchema, revisionSchema), Direction.Response),
                    headers.Select(ValueSchema.PlaceOf)
                )
            );
        }
    }
}
