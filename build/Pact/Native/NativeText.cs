using System.Runtime.InteropServices;

namespace PactNet.Interop;

/// <summary>Reads the texts that the core gives out.</summary>
internal static class NativeText
{
    /// <summary>Reads a text that the core owns. The core frees it together with its mock server.</summary>
    public static string Borrow(nint text) => Marshal.PtrToStringUTF8(text) ?? "";

    /// <summary>Reads a text that is the caller's, and frees it.</summary>
    public static string Take(nint text)
    {
        if (text == 0)
        {
            return "";
        }

        try
        {
            return Borrow(text);
        }
        finally
        {
            PactFfi.StringDelete(text);
        }
    }
}
