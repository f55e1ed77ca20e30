using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Pinterest.OpenApi.Spec;

/// <summary>Starts programs. Nothing else in this library does, and the program is always the .NET host or
/// git.</summary>
internal static class ChildProcess
{
    /// <summary>Starts a program.</summary>
    /// <param name="start">The program and its arguments.</param>
    /// <returns>The process. The caller disposes it, and kills it when the wait is cancelled.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">The program is not there.</exception>
    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "This is the one place.")]
    public static Process Start(ProcessStartInfo start) => Process.Start(start)!;
}
