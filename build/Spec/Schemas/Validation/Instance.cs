using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Schemas.Validation;

/// <summary>A value at its place, with the schemas that were given for it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Place">The place within the validated value, for example items[0].name; empty for the value
/// itself.</param>
/// <param name="Schemas">The schemas that the outer schema gives for it.</param>
internal sealed record Instance(JToken Value, string Place, IReadOnlyList<JToken> Schemas)
{
    /// <summary>Gives a member.</summary>
    public Instance Member(string name, JToken value, JToken schema) => new(value, PlaceOf(name), [schema]);

    /// <summary>Gives an item.</summary>
    public Instance Item(int index, JToken value, JToken schema) => new(value, $"{Place}[{index}]", [schema]);

    /// <summary>Gives the place of a member.</summary>
    public string PlaceOf(string name) => Place.Length == 0 ? name : $"{Place}.{name}";
}
