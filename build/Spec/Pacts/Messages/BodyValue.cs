using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pacts.Parameters;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts.Messages;

/// <summary>Gives the value that a recorded body means.</summary>
internal static class BodyValue
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Reads a body.</summary>
    /// <param name="model">The schemas of the description.</param>
    /// <param name="type">The recorded media type.</param>
    /// <param name="declared">What the description declares for it.</param>
    /// <param name="body">The body.</param>
    /// <returns>Null for a body that is not compared, such as XML or several parts.</returns>
    public static JToken? Read(SchemaModel model, string type, JToken? declared, JToken body)
    {
        var bare = MediaTypes.Bare(type);
        if (bare == Form)
        {
            return body is JValue { Value: string form } ? FormValue.Read(model, declared, form) : body;
        }

        if (MediaTypes.IsJson(bare) || body is not JValue { Value: string })
        {
            return body;
        }

        // The conversion of a null text would be a JSON null, which is something else than nothing.
        return IsText(model, bare, declared.Member("schema")) ? body : null;
    }

    private static bool IsText(SchemaModel model, string bare, JToken? schema) =>
        (bare.StartsWith("text/", StringComparison.Ordinal) && bare is not "text/xml")
        || SchemaShapes.Of(model, schema).Any(shape => shape.Types?.Contains("string") == true);
}
