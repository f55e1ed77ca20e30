using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Generation;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(a => a.Key == "RepositoryRoot")
            .Value!;

    /// <summary>Material beside the checkout: the releases as published. Not there on most machines.</summary>
    public static string Shared { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    public static RepositoryLayout Layout { get; } = new(Root.TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>The pinned description as the generator takes it. It takes seconds, so tests share it and change nothing.</summary>
    public static NormalisedDescription Normalised => SharedNormalised.Value;

    private static readonly Lazy<NormalisedDescription> SharedNormalised = new(() =>
        new ClientGenerator(Layout).NormalisePinned()
    );

    /// <summary>Reads the pinned description anew, so that a test may change it.</summary>
    public static JObject Description()
    {
        using var reader = new JsonTextReader(File.OpenText(Layout.PinnedDescription))
        {
            DateParseHandling = DateParseHandling.None,
        };
        return JObject.Load(reader);
    }
}

/// <summary>A test that needs the releases as published.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (!Directory.Exists(Path.Combine(Repository.Shared, "openapi")))
        {
            Skip = "Needs the descriptions as published in ../shared/openapi; the repository keeps only their facts.";
        }
    }
}
