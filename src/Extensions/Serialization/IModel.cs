using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <summary>A model that can be made before its members are read.</summary>
internal interface IModel<TSelf> : ICoded<TSelf>
    where TSelf : PinterestModel, IModel<TSelf>
{
    /// <summary>Makes a model without members.</summary>
    static abstract TSelf Create();
}
