using System.Runtime.CompilerServices;

namespace Pinterest.OpenApi;

/// <summary>
/// A codec of what is no collection. It makes the codecs of the collections of its type, two deep: a codec for any
/// depth would be a type without end, which a compiler ahead of time cannot make.
/// </summary>
internal abstract class ItemCodec<T> : Codec<T>
    where T : notnull
{
    /// <inheritdoc/>
    public sealed override ICodec? ListOf(Type list)
    {
        var item = list.GetGenericArguments()[0];
        if (item == typeof(T))
        {
            return list == typeof(List<T>) ? ListCodec<List<T>, T>.Of(this) : Codecs.List(this);
        }

        if (item == typeof(IList<T>))
        {
            return Codecs.List(Codecs.List(this));
        }

        if (item == typeof(IDictionary<string, T>))
        {
            return Codecs.List(Codecs.Map(this));
        }

        // Left out of apps that are compiled ahead of time, since each model would bring all of them.
        if (RuntimeFeature.IsDynamicCodeSupported && item == typeof(List<T>))
        {
            return Codecs.List(ListCodec<List<T>, T>.Of(this));
        }

        return RuntimeFeature.IsDynamicCodeSupported && item == typeof(Dictionary<string, T>)
            ? Codecs.List(DictionaryCodec<Dictionary<string, T>, T>.Of(this))
            : null;
    }

    /// <inheritdoc/>
    public sealed override ICodec? MapOf(Type map)
    {
        var value = map.GetGenericArguments()[1];
        if (value == typeof(T))
        {
            return Codecs.Map(this);
        }

        if (value == typeof(IList<T>))
        {
            return Codecs.Map(Codecs.List(this));
        }

        if (value == typeof(IDictionary<string, T>))
        {
            return Codecs.Map(Codecs.Map(this));
        }

        if (RuntimeFeature.IsDynamicCodeSupported && value == typeof(List<T>))
        {
            return Codecs.Map(ListCodec<List<T>, T>.Of(this));
        }

        return RuntimeFeature.IsDynamicCodeSupported && value == typeof(Dictionary<string, T>)
            ? Codecs.Map(DictionaryCodec<Dictionary<string, T>, T>.Of(this))
            : null;
    }
}
