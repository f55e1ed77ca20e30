using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about how values are written in XML. They have a meaning only in bodies whose media type is XML.
/// </summary>
internal static class XmlRules
{
    public static readonly DiffRule XmlChanged = new("xml-changed")
    {
        Message = "{0} is written in XML as {2} instead of {1}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "An element or attribute with another name is another one in XML.",
        Remedy = "Write and read the new element or attribute.",
        Example = "xml.name a becomes b, or xml.attribute: true is added",
    };

    public static readonly DiffRule XmlPrefixChanged = new("xml-prefix-changed")
    {
        Message = "The XML prefix of {0} changed from {1} to {2}.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "A prefix only stands for a namespace, but some code looks at the prefix.",
        Remedy = "Read elements by their namespace.",
        Example = "xml.prefix a becomes b",
    };

    public static readonly DiffRule XmlRootChanged = new("xml-root-changed")
    {
        Message = "The root element of {0} may have another name in XML: {1} became {2}.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "Without xml.name most tools use the name of the component, and that name changed.",
        Remedy = "Check the name of the root element.",
        Example = "the XML body $ref Pin becomes $ref PinData, and neither has xml.name",
    };
}
