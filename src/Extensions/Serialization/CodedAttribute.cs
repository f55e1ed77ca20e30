namespace Pinterest.OpenApi;

/// <summary>Names the codec of a generated type.</summary>
/// <typeparam name="T">The type that has the attribute.</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
internal sealed class CodedAttribute<T> : CodecAttribute
    where T : ICoded<T>
{
    /// <inheritdoc/>
    public override ICodec Codec => T.Codec;
}
