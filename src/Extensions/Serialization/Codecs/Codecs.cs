namespace Pinterest.OpenApi;

/// <summary>The codecs that the generated models name.</summary>
internal static class Codecs
{
    public static readonly StringCodec String = new();

    public static readonly Int64Codec Int64 = new();

    public static readonly DoubleCodec Double = new();

    public static readonly BooleanCodec Boolean = new();

    public static readonly DateOnlyCodec DateOnly = new();

    public static readonly DateTimeOffsetCodec DateTimeOffset = new();

    public static readonly TokenCodec Token = new();

    /// <summary>Gives the codec of a list.</summary>
    public static ListCodec<IList<T>, T> List<T>(Codec<T> item)
        where T : notnull => ListCodec<IList<T>, T>.Of(item);

    /// <summary>Gives the codec of an object whose keys are data.</summary>
    public static DictionaryCodec<IDictionary<string, T>, T> Map<T>(Codec<T> value)
        where T : notnull => DictionaryCodec<IDictionary<string, T>, T>.Of(value);
}
