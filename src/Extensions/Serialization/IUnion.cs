namespace Pinterest.OpenApi;

/// <summary>A union that is read by shape.</summary>
internal interface IUnion<TSelf> : ICoded<TSelf>
    where TSelf : PinterestUnion, IUnion<TSelf>
{
    static abstract UnionForm[] Forms { get; }

    static abstract TSelf CreateFor(object value);
}
