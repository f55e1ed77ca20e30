using System.Collections.Concurrent;
using System.Reflection;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// Finds the codec of a type that is known only at run time. No codec is made by reflection: the types of this library
/// name theirs in an attribute, and the codec of a type makes those of its lists and dictionaries. So nothing breaks
/// when an app is trimmed or compiled ahead of time.
/// </summary>
internal static class CodecResolver
{
    private static readonly ConcurrentDictionary<Type, ICodec> Known = new()
    {
        [typeof(string)] = Codecs.String,
        [typeof(long)] = Codecs.Int64,
        [typeof(double)] = Codecs.Double,
        [typeof(bool)] = Codecs.Boolean,
        [typeof(DateOnly)] = Codecs.DateOnly,
        [typeof(DateTimeOffset)] = Codecs.DateTimeOffset,
        [typeof(JToken)] = Codecs.Token,
        [typeof(PinterestModel)] = new BaseCodec<PinterestModel>(),
        [typeof(PinterestUnion)] = new BaseCodec<PinterestUnion>(),
    };

    private static readonly HashSet<Type> Lists =
    [
        typeof(IEnumerable<>),
        typeof(ICollection<>),
        typeof(IReadOnlyCollection<>),
        typeof(IList<>),
        typeof(IReadOnlyList<>),
        typeof(List<>),
    ];

    private static readonly HashSet<Type> Maps =
    [
        typeof(IDictionary<,>),
        typeof(IReadOnlyDictionary<,>),
        typeof(Dictionary<,>),
    ];

    /// <summary>Finds the codec of a type.</summary>
    /// <exception cref="NotSupportedException">The type is not one of this library, and not made of them.</exception>
    public static ICodec Find(Type type) => Known.GetOrAdd(type, Create);

    private static ICodec Create(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Find(underlying);
        }

        if (type.IsGenericType && CreateCollection(type) is { } collection)
        {
            return collection;
        }

        if (typeof(JToken).IsAssignableFrom(type))
        {
            return Codecs.Token;
        }

        return type.GetCustomAttribute<CodecAttribute>(inherit: false)?.Codec
            ?? throw new NotSupportedException($"{type} is neither a model of this library nor made of its models.");
    }

    private static ICodec? CreateCollection(Type type)
    {
        if (IsList(type))
        {
            return Find(Innermost(type)).ListOf(type);
        }

        return IsMap(type) ? Find(Innermost(type)).MapOf(type) : null;
    }

    private static bool IsList(Type type) => type.IsGenericType && Lists.Contains(type.GetGenericTypeDefinition());

    private static bool IsMap(Type type) =>
        type.IsGenericType
        && Maps.Contains(type.GetGenericTypeDefinition())
        && type.GetGenericArguments()[0] == typeof(string);

    // IList<Pin> and IDictionary<string, IList<Pin>> become Pin.
    private static Type Innermost(Type type)
    {
        while (IsList(type) || IsMap(type))
        {
            type = type.GetGenericArguments()[^1];
        }

        return type;
    }
}
