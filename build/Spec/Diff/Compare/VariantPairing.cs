using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>The forms of a choice, and which form of one choice is which of another: by component, by discriminator value, by likeness, never by position.</summary>
internal static class VariantPairing
{
    private const double LeastLikeness = 0.5;

    // All pairs are weighed, so that a hostile union of thousands would take for ever.
    private const int MostWeighed = 64;

    // Choices within choices are one choice, within reason.
    private const int MostForms = 512;

    /// <summary>Lists the forms of a choice, those of choices within it too; without a choice the schema is its only form.</summary>
    public static IReadOnlyList<SchemaChoice> Forms(EffectiveSchema schema, SchemaUnion? union)
    {
        if (union is null)
        {
            return
            [
                new SchemaChoice(
                    schema.Node,
                    schema,
                    schema.Node.Parent is JProperty { Parent.Parent: JProperty { Name: "schemas" } } component
                        ? component.Name
                        : null,
                    null
                ),
            ];
        }

        var forms = new List<SchemaChoice>();
        var open = new HashSet<JToken>(ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>) { union.Place };
        var pending = new Stack<SchemaChoice>(union.Choices.Reverse());
        while (pending.TryPop(out var form))
        {
            if (
                form.Tag is null
                && form.Schema.Properties.Count == 0
                && form.Schema.Union is { } inner
                && forms.Count + pending.Count + inner.Choices.Count < MostForms
                && open.Add(inner.Place)
            )
            {
                foreach (var choice in inner.Choices.Reverse())
                {
                    pending.Push(choice);
                }
            }
            else
            {
                forms.Add(form);
            }
        }

        return forms;
    }

    public static IReadOnlyList<(SchemaChoice Before, SchemaChoice After)> Pair(
        IReadOnlyList<SchemaChoice> before,
        IReadOnlyList<SchemaChoice> after
    )
    {
        var pairs = new List<(SchemaChoice, SchemaChoice)>();
        var (old, now) = (before.ToList(), after.ToList());
        Match(form => form.Name);
        Match(form => form.Tag);
        Match(form => form.Schema.Node.ToString(Formatting.None));
        var weighed =
            from left in old.Take(MostWeighed)
            from right in now.Take(MostWeighed)
            let likeness = Likeness(left.Schema, right.Schema)
            where likeness >= LeastLikeness
            orderby likeness descending
            select (left, right);
        foreach (var (left, right) in weighed.ToList())
        {
            if (!old.Contains(left) || !now.Contains(right))
            {
                continue;
            }

            Take(left, right);
        }

        return pairs;

        void Match(Func<SchemaChoice, string?> key)
        {
            if (old.Count == 0 || now.Count == 0)
            {
                return;
            }

            var known = now.Where(form => key(form) is not null)
                .GroupBy(form => key(form)!, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => new Queue<SchemaChoice>(group), StringComparer.Ordinal);
            foreach (var left in old.ToList())
            {
                if (
                    key(left) is { } wanted
                    && known.TryGetValue(wanted, out var partners)
                    && partners.TryDequeue(out var right)
                )
                {
                    Take(left, right);
                }
            }
        }

        void Take(SchemaChoice left, SchemaChoice right)
        {
            pairs.Add((left, right));
            old.Remove(left);
            now.Remove(right);
        }
    }

    /// <summary>Tells whether a reader that tells forms apart by their JSON type has none for a form.</summary>
    public static bool IsOfNewType(SchemaChoice form, IReadOnlyList<SchemaChoice> known) =>
        form.Schema.Types is { } types
        && known.All(other =>
            other.Schema.Types is { } others
            && !others.Overlaps(types)
            && !(types.Contains("integer") && others.Contains("number"))
        );

    public static string Types(IEnumerable<SchemaChoice> forms) =>
        string.Join(
            " or ",
            forms.SelectMany(form => form.Schema.Types ?? new HashSet<string>()).Distinct(StringComparer.Ordinal)
        )
            is { Length: > 0 } types
            ? types
            : "anything";

    public static string Name(SchemaChoice form) =>
        form.Name ?? form.Tag ?? (form.Schema.Types is { } types ? string.Join(" or ", types) : "another form");

    public static string Names(IEnumerable<SchemaChoice> forms) => string.Join(", ", forms.Select(Name));

    private static double Likeness(EffectiveSchema left, EffectiveSchema right)
    {
        if (JToken.DeepEquals(left.Node, right.Node))
        {
            return 2;
        }

        if (left.Types is { } some && right.Types is { } others && !some.Overlaps(others))
        {
            return AreNumbers(some, others) ? 1 : 0;
        }

        if (left.Enum is { } values && right.Enum is { } otherValues && !values.Overlaps(otherValues))
        {
            return 0;
        }

        var all = left.Properties.Keys.Union(right.Properties.Keys).Count();
        return all == 0 ? 1 : (double)left.Properties.Keys.Intersect(right.Properties.Keys).Count() / all;
    }

    private static bool AreNumbers(IReadOnlySet<string> left, IReadOnlySet<string> right) =>
        left.Any(IsNumber) && right.Any(IsNumber);

    private static bool IsNumber(string type) => type is "integer" or "number";
}
