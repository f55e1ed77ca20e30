namespace Pinterest.OpenApi;

/// <summary>Makes a value of bytes. A Func takes no span before .NET 9.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="bytes">The bytes, which belong to the caller.</param>
internal delegate T BytesReader<out T>(ReadOnlySpan<byte> bytes);
