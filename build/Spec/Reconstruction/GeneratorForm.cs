using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Reconstruction;

/// <summary>Takes back the form that OpenAPI Generator gives to every description that it writes. No fact changes.</summary>
internal static class GeneratorForm
{
    /// <summary>Takes it back.</summary>
    /// <param name="root">The description; it is changed.</param>
    /// <param name="earlier">The release before it, or null.</param>
    /// <returns>The made-up names that are gone, sorted.</returns>
    public static IReadOnlyList<string> TakeBack(JObject root, JObject? earlier)
    {
        var inlined = MadeUpNames.Inline(root);
        SharedParameters.PutBack(root, earlier);
        SharedParameters.DropWrittenOutStyles(root);
        return inlined;
    }
}
