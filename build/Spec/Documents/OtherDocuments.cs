using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// The place of the documents that references of a description lead to. They stand in its tree under one member, and each
/// reference to them is written as one within the tree, so that whoever follows references needs to know one tree only.
/// Example: <c>models/pet.yaml#/Pet</c> becomes <c>#/$documents/models~1pet.yaml/Pet</c>.
/// </summary>
internal static class OtherDocuments
{
    /// <summary>The member of the description that holds the other documents, by name.</summary>
    public const string Member = "$documents";

    /// <summary>The start of a reference to another document.</summary>
    public const string Prefix = "#/" + Member + "/";

    /// <summary>Gives the name of the document that a token stands in; null for the description itself.</summary>
    public static string? NameOf(JToken token)
    {
        string? outer = null;
        string? name = null;
        for (var current = token; current is not null; current = current.Parent)
        {
            if (current is JProperty property)
            {
                name = outer;
                outer = property.Name;
            }
        }

        return outer == Member ? name : null;
    }

    /// <summary>
    /// Gives what a person calls the target of a reference to another document. Examples: Pet for pets.json#/Pet, and
    /// pet for models/pet.yaml.
    /// </summary>
    public static string TitleOf(string target)
    {
        var steps = JsonPointer.Steps(target).ToList();
        if (steps.Count > 3 && steps[^1] is "schema" or "items")
        {
            return steps[^2];
        }

        return steps.Count > 2 ? steps[^1] : Path.GetFileNameWithoutExtension(steps[^1]);
    }
}
