using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Finds the codec of a type. Called once for each type.</summary>
internal static class CodecResolver
{
    private static readonly Dictionary<Type, Func<object>> Scalars = new()
    {
        [typeof(string)] = () => new StringCodec(),
        [typeof(long)] = () => new Int64Codec(),
        [typeof(double)] = () => new DoubleCodec(),
        [typeof(bool)] = () => new BooleanCodec(),
        [typeof(DateOnly)] = () => new DateOnlyCodec(),
        [typeof(DateTimeOffset)] = () => new DateTimeOffsetCodec(),
    };

    public static object Create(Type type)
    {
        if (Scalars.TryGetValue(type, out var create))
        {
            return create();
        }

        if (typeof(JToken).IsAssignableFrom(type))
        {
            return new TokenCodec();
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Make(typeof(NullableCodec<>), underlying);
        }

        return type.IsGenericType ? CreateCollection(type) : CreateOwn(type);
    }

    // A type can be both a model and a union. The union is tried first.
    private static object CreateOwn(Type type)
    {
        if (Implements(type, typeof(IOpenEnum<>)))
        {
            return Make(typeof(OpenEnumCodec<>), type);
        }

        if (Implements(type, typeof(IDiscriminated<>)))
        {
            return Make(typeof(DiscriminatedCodec<>), type);
        }

        if (Implements(type, typeof(IUnion<>)))
        {
            return Make(typeof(UnionCodec<>), type);
        }

        if (typeof(PinterestModel).IsAssignableFrom(type))
        {
            return Make(typeof(ModelCodec<>), type);
        }

        throw new NotSupportedException($"{type} is neither a model of this library nor made of its models.");
    }

    private static object CreateCollection(Type type)
    {
        var arguments = type.GetGenericArguments();
        if (type.IsAssignableFrom(typeof(List<>).MakeGenericType(arguments[0])) && arguments.Length == 1)
        {
            return Make(typeof(ListCodec<,>), type, arguments[0]);
        }

        if (
            arguments is [var key, var value]
            && key == typeof(string)
            && type.IsAssignableFrom(typeof(Dictionary<,>).MakeGenericType(key, value))
        )
        {
            return Make(typeof(DictionaryCodec<,>), type, value);
        }

        throw new NotSupportedException($"{type} is not a list or dictionary that this library reads.");
    }

    // IDiscriminated<PinMedia> counts for PinMedia, not for the classes that derive from it.
    private static bool Implements(Type type, Type contract) =>
        type.GetInterfaces()
            .Any(face =>
                face.IsGenericType
                && face.GetGenericTypeDefinition() == contract
                && face.GetGenericArguments()[0] == type
            );

    private static object Make(Type codec, params Type[] arguments) =>
        Activator.CreateInstance(codec.MakeGenericType(arguments))!;
}
