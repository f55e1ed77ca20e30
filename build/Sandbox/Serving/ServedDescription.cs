using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Sandbox.Serving;

/// <summary>A description, read for serving: its operations, its routes and its scopes.</summary>
internal sealed class ServedDescription
{
    // The pinned description is read once for all sandboxes of a process, because nothing in it changes.
    private static readonly Lazy<ServedDescription> PinnedOnce = new(() =>
        new ServedDescription(DescriptionReader.ReadForComparison(PinnedBytes(), "pinned"))
    );

    private ServedDescription(Description description)
    {
        Root = description.Root;
        Version = description.Version;
        var model = new SchemaModel(description.Root);
        Operations =
        [
            .. OperationCatalogue.Read(description.Root).All.Select(facts => new OperationSchemas(model, facts)),
        ];
        BasePath = ServerPaths.Of(description.Root)[0];
        Routes = new ServerRoutes<OperationSchemas>(Operations, operation => operation.Facts);
        Scopes =
        [
            .. Operations
                .SelectMany(operation => operation.Facts.Scopes)
                .Concat(DeclaredScopes(description))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    public static ServedDescription Pinned => PinnedOnce.Value;

    /// <summary>Gets the tree of the description.</summary>
    public JObject Root { get; }

    /// <summary>Gets the version that it states.</summary>
    public string Version { get; }

    public IReadOnlyList<OperationSchemas> Operations { get; }

    /// <summary>Gets the path of the first server, under which the API is served: /v5 for the pinned description.</summary>
    public string BasePath { get; }

    /// <summary>Gets the routes, with the base path of each operation.</summary>
    public ServerRoutes<OperationSchemas> Routes { get; }

    /// <summary>Gets every scope that a token can have.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <exception cref="SpecException">The bytes are no usable OpenAPI 3 description.</exception>
    public static ServedDescription Read(ReadOnlyMemory<byte> bytes) =>
        new(DescriptionReader.ReadToServe(bytes.ToArray(), "description"));

    /// <summary>Gives the description that this assembly carries.</summary>
    public static byte[] PinnedBytes()
    {
        using var stream = typeof(ServedDescription).Assembly.GetManifestResourceStream("pinterest-v5.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static IEnumerable<string> DeclaredScopes(Description description) =>
        description
            .Root["components"]
            .Member("securitySchemes")
            .Member("pinterest_oauth2")
            .Member("flows")
            .Member("authorizationCode")
            .Member("scopes")
            is JObject scopes
            ? scopes.Properties().Select(scope => scope.Name)
            : [];
}
