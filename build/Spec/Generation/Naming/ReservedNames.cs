using System.Collections.Frozen;

namespace Pinterest.OpenApi.Spec.Generation.Naming;

/// <summary>
/// Type names that a C# file with implicit usings already knows; a model of that name would be ambiguous for users.
/// </summary>
internal static class ReservedNames
{
    private static readonly FrozenSet<string> ImplicitNamespaces = FrozenSet.ToFrozenSet(
        [
            "System",
            "System.Collections.Generic",
            "System.IO",
            "System.Linq",
            "System.Net.Http",
            "System.Threading",
            "System.Threading.Tasks",
        ],
        StringComparer.Ordinal
    );

    // What the generated code names without a namespace: the namespaces themselves, and types of our own runtime.
    private static readonly string[] Runtime =
    [
        "System",
        "Newtonsoft",
        "Pinterest",
        "Codec",
        "Codecs",
        "Coded",
        "DiscriminatedCodec",
        "ICoded",
        "IDiscriminated",
        "IModel",
        "IUnion",
        "JsonCursor",
        "MemberTable",
        "MemberWriter",
        "ModelCodec",
        "OpenEnumCodec",
        "PinterestJsonConverter",
        "PinterestTextJsonConverter",
        "UnionCodec",
        "UnionForm",
        "UnixSeconds",
        "Unread",
        "ValueCodec",
        "Operation",
        "OperationParameter",
        "Operations",
        "PinterestClient",
        "PinterestModel",
        "PinterestJson",
        "PinterestUnion",
        "BookmarkPager",
        "IPage",
        "IOpenEnum",
    ];

    private static readonly FrozenSet<string> Types = FrozenSet.ToFrozenSet(
        new[]
        {
            typeof(object),
            typeof(Uri),
            typeof(Enumerable),
            typeof(HttpClient),
            typeof(Console),
            typeof(SortedSet<int>),
            typeof(LinkedList<int>),
            typeof(Barrier),
            typeof(ReaderWriterLock),
            typeof(FileSystemWatcher),
        }
            .Select(type => type.Assembly)
            .Distinct()
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => !type.IsNested && ImplicitNamespaces.Contains(type.Namespace ?? ""))
            .Select(type => type.Name)
            .Concat(Runtime),
        StringComparer.Ordinal
    );

    /// <summary>Tells whether a model may not have this name.</summary>
    public static bool Contains(string name) => Types.Contains(name);
}
