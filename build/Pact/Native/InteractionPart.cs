namespace PactNet.Interop;

/// <summary>Which half of an interaction is meant; the values are the core's.</summary>
internal enum InteractionPart
{
    Request = 0,
    Response = 1,
}
