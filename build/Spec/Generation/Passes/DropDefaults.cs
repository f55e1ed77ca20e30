using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>Defaults are the server's business: a client that sends them overwrites what it did not mean to.</summary>
internal sealed class DropDefaults : IPass
{
    public string Name => "defaults dropped";

    public int Run(NormalisationContext context) =>
        DocumentWalker.Schemas(context.Root).Count(schema => schema.Remove("default"));
}
