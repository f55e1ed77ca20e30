using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares the headers of two responses.</summary>
internal sealed class HeaderComparer(ComparisonContext context)
{
    public void Compare(Comparison comparison, Sides<JObject> responses)
    {
        var headers = context.Models.Zip(responses, Read);
        foreach (var (name, header) in headers.Base)
        {
            if (headers.Revision.TryGetValue(name, out var partner))
            {
                CompareHeader(comparison, new(header, partner));
            }
            else
            {
                comparison.Add(
                    header["required"].IsTrue() ? HeaderRules.RequiredHeaderRemoved : HeaderRules.HeaderRemoved,
                    Direction.Response,
                    Change.Removed(header, name) with
                    {
                        NearestInRevision = responses.Revision,
                    }
                );
            }
        }

        foreach (var (name, header) in headers.Revision)
        {
            if (!headers.Base.ContainsKey(name))
            {
                comparison.Add(
                    HeaderRules.HeaderAdded,
                    Direction.Response,
                    Change.Added(header, name) with
                    {
                        NearestInBase = responses.Base,
                    }
                );
            }
        }
    }

    private void CompareHeader(Comparison comparison, Sides<JObject> headers)
    {
        var isRequired = headers.Select(header => header["required"].IsTrue());
        if (isRequired.Base != isRequired.Revision)
        {
            comparison.Add(
                isRequired.Revision ? HeaderRules.HeaderBecameRequired : HeaderRules.HeaderBecameOptional,
                Direction.Response,
                new Change(headers.Base, headers.Revision)
            );
        }

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

    // The names of headers are compared without regard to case.
    private static Dictionary<string, JObject> Read(SchemaModel model, JObject response)
    {
        var headers = new Dictionary<string, JObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in (response["headers"] as JObject ?? []).Properties())
        {
            if (header.Value is JObject written && model.Resolve(written) is { } node)
            {
                headers[header.Name] = node;
            }
        }

        return headers;
    }
}
