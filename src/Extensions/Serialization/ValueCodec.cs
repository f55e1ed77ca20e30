namespace Pinterest.OpenApi;

/// <summary>A codec whose type is a value type, so that a null member is a <see cref="Nullable{T}"/>.</summary>
internal abstract class ValueCodec<T> : ItemCodec<T>
    where T : struct;
