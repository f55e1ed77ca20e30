namespace Pinterest.OpenApi;

/// <summary>A type that knows its codec.</summary>
internal interface ICoded<TSelf>
    where TSelf : ICoded<TSelf>
{
    static abstract Codec<TSelf> Codec { get; }
}
