namespace Pinterest.OpenApi;

/// <summary>Names the codec of a type to those who know the type only at run time.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
internal abstract class CodecAttribute : Attribute
{
    /// <summary>Gets the codec.</summary>
    public abstract ICodec Codec { get; }
}
