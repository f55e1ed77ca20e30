using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares how values are written in XML. It is asked only in bodies whose media type is XML.</summary>
internal static class XmlComparer
{
    private const string Unnamed = "?";

    /// <summary>Tells whether a media type is XML. Examples: application/xml, application/vnd.pin+xml.</summary>
    public static bool IsXml(string mediaType)
    {
        var type = mediaType.Split(';')[0];
        return type.EndsWith("/xml", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal);
    }

    /// <summary>Compares how a property is written. Its name is the default.</summary>
    /// <param name="comparison">Gets the changes.</param>
    /// <param name="direction">The direction in which the values travel.</param>
    /// <param name="properties">The schemas of the property.</param>
    /// <param name="name">The name.</param>
    public static void CompareProperty(
        Comparison comparison,
        Direction direction,
        Sides<EffectiveSchema> properties,
        string name
    ) => Add(comparison, direction, properties.Select(property => XmlWriting.Of(property, name)), properties);

    /// <summary>
    /// Compares how the root of a body is written. Most tools take the name of the component where it has no name.
    /// </summary>
    /// <param name="comparison">Gets the changes.</param>
    /// <param name="pair">The schemas of the body.</param>
    /// <param name="written">Where they are written, as references or inline.</param>
    public static void CompareRoot(Comparison comparison, SchemaPair pair, Sides<JObject> written)
    {
        var writings = pair.Schemas.Zip(
            written,
            (schema, place) => XmlWriting.Of(schema, References.SchemaName(place) ?? Unnamed)
        );
        var own = pair.Schemas.Select(schema => XmlWriting.Of(schema, Unnamed).Text);
        var isNamedOnBoth = own.All(text => !text.Contains($"{Unnamed}>", StringComparison.Ordinal));
        if (isNamedOnBoth || own.Base == own.Revision && writings.Base.Text == writings.Revision.Text)
        {
            Add(comparison, pair.Direction, writings, pair.Schemas);
        }
        else if (
            writings.Base.Text != writings.Revision.Text
            && writings.All(writing => !writing.Text.Contains($"{Unnamed}>", StringComparison.Ordinal))
        )
        {
            InnerSchemaComparer.Add(
                comparison,
                pair,
                XmlRules.XmlRootChanged,
                new Change(written.Base, written.Revision, writings.Base.Text, writings.Revision.Text)
            );
        }
    }

    private static void Add(
        Comparison comparison,
        Direction direction,
        Sides<XmlWriting> writings,
        Sides<EffectiveSchema> schemas
    )
    {
        var (baseWriting, revisionWriting) = writings;
        var isText = baseWriting.Text != revisionWriting.Text;
        if (!isText && baseWriting.Prefix == revisionWriting.Prefix)
        {
            return;
        }

        comparison.Add(
            isText ? XmlRules.XmlChanged : XmlRules.XmlPrefixChanged,
            direction,
            new Change(
                baseWriting.Place,
                revisionWriting.Place,
                isText ? baseWriting.Text : OrNone(baseWriting.Prefix),
                isText ? revisionWriting.Text : OrNone(revisionWriting.Prefix)
            )
            {
                NearestInBase = schemas.Base.Node,
                NearestInRevision = schemas.Revision.Node,
            }
        );
    }

    private static string OrNone(string prefix) => prefix.Length == 0 ? "none" : prefix;
}
