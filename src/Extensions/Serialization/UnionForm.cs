using System.Text.Json;

namespace Pinterest.OpenApi;

/// <summary>One form of a union, and how it is recognised: by the kind of JSON, then by its members.</summary>
internal abstract class UnionForm(ICodec codec, string kind, string[] required, string[] known)
{
    public ICodec Codec => codec;

    public bool IsObject => kind == "object";

    /// <summary>Tells whether a value that is no object has the kind of this form.</summary>
    public bool FitsKind(JsonTokenType token, bool isWhole) =>
        kind switch
        {
            "string" => token is JsonTokenType.String,
            "integer" => token is JsonTokenType.Number && isWhole,
            "number" => token is JsonTokenType.Number,
            "boolean" => token is JsonTokenType.True or JsonTokenType.False,
            "array" => token is JsonTokenType.StartArray,
            _ => false,
        };

    /// <summary>
    /// Says how well an object fits. A form with all its required members is best; then the one with the fewest
    /// unknown members; then the one with the most required members. Example: with forms [id] and [id, name], the
    /// object {id, name} fits the second best.
    /// </summary>
    /// <param name="names">The names of the object's members.</param>
    public int Score(HashSet<string> names)
    {
        var hits = known.Count(names.Contains);
        var isComplete = required.All(names.Contains);
        return (isComplete ? 1_000_000 : 0) - ((names.Count - hits) * 1000) + required.Count(names.Contains);
    }

    /// <summary>Tells whether an object has anything of this form.</summary>
    public bool Shares(HashSet<string> names) => known.Length == 0 || known.Any(names.Contains);

    public abstract bool Holds(object value);
}

/// <summary>A form whose value has a type.</summary>
/// <typeparam name="T">The type.</typeparam>
internal sealed class UnionForm<T>(Codec<T> codec, string kind, string[] required, string[] known)
    : UnionForm(codec, kind, required, known)
    where T : notnull
{
    public override bool Holds(object value) => PinterestUnion.Is<T>(value);
}
