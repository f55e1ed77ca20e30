using System.Runtime.InteropServices;
using Pinterest.OpenApi.PactCore;

namespace PactNet.Interop;

/// <summary>A pact that is being described.</summary>
internal sealed class PactHandle : SafeHandle
{
    private const int SpecificationV4 = 5;

    public PactHandle()
        : base(0, ownsHandle: true) { }

    public override bool IsInvalid => handle == 0;

    /// <summary>Gets the number that the core knows it by.</summary>
    public ushort Id => (ushort)handle;

    public static PactHandle Create(string consumer, string provider)
    {
        PactLibrary.Demand();
        var pact = new PactHandle();
        pact.SetHandle(PactFfi.NewPact(consumer, provider));
        _ = PactFfi.WithSpecification(pact.Id, SpecificationV4);
        return pact;
    }

    protected override bool ReleaseHandle() => PactFfi.FreePactHandle(Id) == 0;
}
