using static Pinterest.OpenApi.Spec.Documents.ChildShape;
using static Pinterest.OpenApi.Spec.Documents.NodeKind;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>How a keyword holds its children.</summary>
internal enum ChildShape
{
    /// <summary>The value is one node.</summary>
    One,

    /// <summary>The value is an array of nodes.</summary>
    List,

    /// <summary>The value is an object whose keys are names chosen by the author.</summary>
    Map,
}
