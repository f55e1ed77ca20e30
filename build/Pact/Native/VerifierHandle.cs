using System.Runtime.InteropServices;

namespace PactNet.Interop;

/// <summary>A verifier.</summary>
internal sealed class VerifierHandle : SafeHandle
{
    public VerifierHandle()
        : base(0, ownsHandle: true) { }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        PactFfi.VerifierShutdown(handle);
        return true;
    }
}
