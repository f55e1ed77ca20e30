namespace Pinterest.OpenApi;

/// <summary>A type that knows its codec.</summary>
internal interface ICoded<TSelf>
    where TSelf : ICoded<TSelf>
{
    static abstract Codec<TSelf> Codec { get; }
}

/// <summary>A model that can be made before its members are read.</summary>
internal interface IModel<TSelf> : ICoded<TSelf>
    where TSelf : PinterestModel, IModel<TSelf>
{
    /// <summary>Makes a model without members.</summary>
    static abstract TSelf Create();
}
