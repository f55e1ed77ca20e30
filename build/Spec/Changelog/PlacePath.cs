namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>
/// The steps of a place. Example: items/items/title has three. A slash in brackets separates nothing.
/// </summary>
internal static class PlacePath
{
    private const string Components = "#/components/schemas/";
    private const string Inline = "subschema #";

    /// <summary>
    /// Writes a place of a changelog in our way, without the titles that it quotes. Examples:
    /// /oneOf[#/components/schemas/House]/doors/ is oneOf[House]/doors, a/oneOf[subschema #2: door]/b is a/oneOf[2]/b,
    /// and a/allOf[subschema #1]/b is a/b, because the parts of an allOf are one schema.
    /// </summary>
    public static string Normal(string place) =>
        string.Join('/', Steps(place).Where(step => !IsPart(step)).Select(NormalStep));

    /// <summary>Gives the steps of a place; none for an empty place.</summary>
    public static IReadOnlyList<string> Steps(string place)
    {
        var steps = new List<string>();
        var start = 0;
        var depth = 0;
        for (var i = 0; i <= place.Length; i++)
        {
            if (i == place.Length || (place[i] == '/' && depth == 0))
            {
                if (i > start)
                {
                    steps.Add(place[start..i]);
                }

                start = i + 1;
                continue;
            }

            depth += place[i] switch
            {
                '[' => 1,
                ']' when depth > 0 => -1,
                _ => 0,
            };
        }

        return steps;
    }

    /// <summary>Gives the variant of a union that a step chooses: a component or a number. Null for other steps.</summary>
    public static string? Variant(string step) =>
        IsVariant(step) ? step[(step.IndexOf('[', StringComparison.Ordinal) + 1)..^1] : null;

    private static string NormalStep(string step)
    {
        if (Variant(step) is not { } variant)
        {
            return step;
        }

        if (variant.StartsWith(Components, StringComparison.Ordinal))
        {
            return $"{step[..5]}[{variant[Components.Length..]}]";
        }

        var number = variant.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit);
        return variant.StartsWith(Inline, StringComparison.Ordinal) ? $"{step[..5]}[{string.Concat(number)}]" : step;
    }

    private static bool IsVariant(string step) =>
        step.EndsWith(']')
        && (step.StartsWith("oneOf[", StringComparison.Ordinal) || step.StartsWith("anyOf[", StringComparison.Ordinal));

    private static bool IsPart(string step) => step.StartsWith("allOf[", StringComparison.Ordinal);
}
