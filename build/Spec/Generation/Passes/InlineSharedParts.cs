using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// Copies shared parameters, bodies and responses, and what deep references point at, to where they are used.
/// </summary>
internal sealed class InlineSharedParts : IPass
{
    public string Name => "shared parts inlined";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var operation in context.Operations())
        {
            var node = operation.Node;
            count += InlineParameters(context, operation);
            if (node["requestBody"] is JObject body)
            {
                count += Inline(context, body);
            }

            foreach (var response in ((JObject)node["responses"]!).PropertyValues().OfType<JObject>())
            {
                count += Inline(context, response);
            }
        }

        foreach (var (node, kind) in DocumentWalker.Walk(context.Root).ToList())
        {
            if (
                kind is NodeKind.Schema
                && References.Target(node) is { } target
                && References.SchemaName(target) is null
            )
            {
                count += InlineDeepReference(context, node);
            }
        }

        return count;
    }

    private static int InlineParameters(NormalisationContext context, OperationNode operation)
    {
        var count = operation.WrittenParameters.Count(parameter => References.Target(parameter) is not null);
        operation.Node["parameters"] = new JArray(
            operation.EffectiveParameters(context.Resolve).Select(parameter => parameter.Node.DeepClone())
        );
        return count;
    }

    private static int Inline(NormalisationContext context, JObject node)
    {
        if (References.Target(node) is null)
        {
            return 0;
        }

        node.Replace(context.Resolve(node).DeepClone());
        return 1;
    }

    // #/components/schemas/Pin/properties/link and the like.
    private static int InlineDeepReference(NormalisationContext context, JObject node)
    {
        var copy = (JObject)context.Resolve(node).DeepClone();
        if (node["nullable"] is { } nullable)
        {
            copy["nullable"] = nullable;
        }

        node.Replace(copy);
        return 1;
    }
}
