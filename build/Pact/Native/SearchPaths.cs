using System.Runtime.InteropServices;

// PactLibrary says which Pact library is loaded; all else is the system's own.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
