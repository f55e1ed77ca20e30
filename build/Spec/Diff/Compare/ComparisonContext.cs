using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>What all comparers of one run share.</summary>
/// <param name="Models">The schemas of both descriptions.</param>
/// <param name="Schemas">Compares schemas, each pair once.</param>
/// <param name="ComparesTexts">Whether texts are compared, because both descriptions have them.</param>
internal sealed record ComparisonContext(Sides<SchemaModel> Models, SchemaComparer Schemas, bool ComparesTexts)
{
    /// <summary>Compares the texts of two nodes, where texts are compared.</summary>
    public void CompareTexts(Comparison comparison, Sides<JObject> nodes)
    {
        if (ComparesTexts)
        {
            comparison.AddAll(DocumentationRules.DocumentationChanged, Direction.None, DocumentationRules.Find(nodes));
        }
    }
}
