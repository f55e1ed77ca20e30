using System.Runtime.InteropServices;

namespace PactNet.Interop;

/// <summary>The environment that native code reads. On Unix .NET keeps its own copy and never writes it back.</summary>
internal static partial class CEnvironment
{
    public static void Set(string name, string value)
    {
        if (OperatingSystem.IsWindows())
        {
            Environment.SetEnvironmentVariable(name, value);
        }
        else if (SetEnv(name, value, 1) != 0)
        {
            throw new InvalidOperationException($"The environment variable {name} could not be set.");
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnv(string name, string value, int overwrite);
}
