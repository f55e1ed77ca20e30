namespace System;

/// <summary>The members of <see cref="Convert"/> that came after .NET 8.</summary>
internal static class ConvertExtensions
{
    extension(Convert)
    {
        /// <summary>Writes bytes as lower-case hexadecimal digits.</summary>
        public static string ToHexStringLower(ReadOnlySpan<byte> bytes) =>
            Convert.ToHexString(bytes).ToLowerInvariant();
    }
}
