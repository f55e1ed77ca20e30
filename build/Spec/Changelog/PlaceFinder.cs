using System.Globalization;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>
/// Follows a place through a schema. The parts of an allOf are one schema, so it does not matter which of them has a
/// property. Where a property is not found, the variants of a union are searched.
/// </summary>
internal sealed class PlaceFinder
{
    private const int DeepestTrail = 200;

    private readonly IReadOnlyList<string> _steps;
    private readonly HashSet<(EffectiveSchema Schema, int Step)> _seen = [];

    private PlaceFinder(IReadOnlyList<string> steps) => _steps = steps;

    /// <summary>Finds the place below a schema; null when the schema does not have it.</summary>
    public static SchemaPlace? Find(EffectiveSchema root, IReadOnlyList<string> steps) =>
        new PlaceFinder(steps).Find(new SchemaPlace { Schema = root, Trail = [root] }, 0);

    private SchemaPlace? Find(SchemaPlace place, int step)
    {
        if (step == _steps.Count)
        {
            return place;
        }

        // Each schema is asked for a step once, so that circular unions end.
        if (place.Trail.Count > DeepestTrail || !_seen.Add((place.Schema, step)))
        {
            return null;
        }

        return PlacePath.Variant(_steps[step]) is { } variant
            ? FindVariant(place, step, variant)
            : FindProperty(place, step) ?? FindBelow(place, step) ?? FindInVariants(place, step, isInVariant: true);
    }

    private SchemaPlace? FindProperty(SchemaPlace place, int step) =>
        place.Schema.Properties.TryGetValue(_steps[step], out var property)
            ? Find(
                place.To(property, place.Schema.PlaceOf(_steps[step])) with
                {
                    Parent = place.Schema,
                    Property = _steps[step],
                },
                step + 1
            )
            : null;

    private SchemaPlace? FindBelow(SchemaPlace place, int step)
    {
        var below = _steps[step] switch
        {
            "items" => place.Schema.Items,
            "additionalProperties" => place.Schema.AdditionalProperties,
            _ => null,
        };
        return below is null ? null : Find(place.To(below, place.Schema.Keyword(_steps[step])), step + 1);
    }

    private SchemaPlace? FindVariant(SchemaPlace place, int step, string variant)
    {
        var choices = place.Schema.Unions.SelectMany(union => union.Choices).ToList();
        if (choices.Count == 0)
        {
            // A union that this side does not have: what it held may be in the schema itself.
            return Find(place, step + 1);
        }

        // A variant that has another name on this side is looked for in all of them.
        return Chosen(choices, variant) is { } choice
            ? Find(place.To(choice.Schema, choice.Node), step + 1)
            : FindInVariants(place, step + 1, isInVariant: false);
    }

    private SchemaPlace? FindInVariants(SchemaPlace place, int step, bool isInVariant)
    {
        foreach (var choice in place.Schema.Unions.SelectMany(union => union.Choices))
        {
            if (Find(place.To(choice.Schema, choice.Node, isInVariant), step) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // A variant is a component or a number, which counts from 1.
    private static SchemaChoice? Chosen(IReadOnlyList<SchemaChoice> choices, string variant) =>
        int.TryParse(variant, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? choices.ElementAtOrDefault(number - 1)
            : choices.FirstOrDefault(choice => choice.Name == variant);
}
