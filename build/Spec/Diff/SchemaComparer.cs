using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Documents.Schemas;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>Compares schemas. Each pair is compared once for each direction, however many operations lead to it.</summary>
internal sealed class SchemaComparer(bool comparesProse)
{
    private static readonly IReadOnlyList<SchemaRule> FormRules = [.. SchemaRules.All.Except(SchemaRules.Nullability)];

    private readonly Dictionary<(EffectiveSchema, EffectiveSchema, Direction, bool IsForm), Comparison> _known = [];
    private readonly Stack<(Comparison Comparison, EffectiveSchema Before, EffectiveSchema After, Direction Direction, bool IsForm)> _pending = new();

    /// <summary>Compares two schemas and all that they lead to.</summary>
    public Comparison Compare(EffectiveSchema before, EffectiveSchema after, Direction direction)
    {
        var comparison = Get(before, after, direction);
        while (_pending.TryPop(out var next)) Fill(next.Comparison, next.Before, next.After, next.Direction, next.IsForm);
        return comparison;
    }

    private Comparison Get(EffectiveSchema before, EffectiveSchema after, Direction direction, bool isForm = false)
    {
        if (_known.TryGetValue((before, after, direction, isForm), out var comparison)) return comparison;
        _known[(before, after, direction, isForm)] = comparison = new Comparison();
        _pending.Push((comparison, before, after, direction, isForm));
        return comparison;
    }

    private void Fill(Comparison comparison, EffectiveSchema before, EffectiveSchema after, Direction direction, bool isForm)
    {
        if (before.Union is null != after.Union is null && !ComparesHolders(before, after))
        {
            // What the forms cannot tell: whether the whole may be null.
            if (!isForm) Apply(comparison, SchemaRules.Nullability, before, after, direction);
            CompareForms(comparison, before, after, direction);
            return;
        }

        // A value may be null where any form may be, so a form alone says nothing.
        if (!IsSameText(before, after)) Apply(comparison, isForm ? FormRules : SchemaRules.All, before, after, direction);

        if (comparesProse) DocumentationRule.Compare(comparison, before.Node, after.Node);
        CompareProperties(comparison, before, after, direction);
        if (before.Items is { } oldItems && after.Items is { } newItems) comparison.Children.Add(Get(oldItems, newItems, direction));
        if (before.AdditionalProperties is { } oldOther && after.AdditionalProperties is { } newOther) comparison.Children.Add(Get(oldOther, newOther, direction));
        if (before.Union is not null || after.Union is not null) CompareForms(comparison, before, after, direction);
    }

    // Most of a description does not change; what is written alike and leads to no forms needs no rule.
    private static bool IsSameText(EffectiveSchema before, EffectiveSchema after)
    {
        if (before.Parts.Count != after.Parts.Count || before.Union is not null || after.Union is not null) return false;
        for (var i = 0; i < before.Parts.Count; i++)
        {
            if (!JToken.DeepEquals(before.Parts[i], after.Parts[i])) return false;
        }

        return true;
    }

    private static void Apply(Comparison comparison, IEnumerable<SchemaRule> rules, EffectiveSchema before, EffectiveSchema after, Direction direction)
    {
        foreach (var rule in rules)
        {
            if (rule.Rule.In(direction) is null) continue;
            foreach (var change in rule.Find(before, after)) comparison.Add(rule.Rule, direction, Near(change, before, after));
        }
    }

    // A keyword that is gone stood in one of the parts; that part may still be there.
    private static Change Near(Change change, EffectiveSchema before, EffectiveSchema after)
    {
        if (change.After is not null || change.Before?.Parent?.Parent is not JObject holder) return change with { NearBefore = before.Node, NearAfter = after.Node };
        var pointer = JsonPointer.Of(holder);
        return change with { NearBefore = holder, NearAfter = after.Parts.FirstOrDefault(part => JsonPointer.Of(part) == pointer) ?? after.Node };
    }

    // What every form has, the whole has.
    private static bool AllForms(EffectiveSchema schema, Func<EffectiveSchema, bool> have) => schema.Union is { } union && union.Choices.All(form => have(form.Schema));

    // Where both have properties of their own, the union came beside them.
    private static bool ComparesHolders(EffectiveSchema before, EffectiveSchema after) =>
        (before.Union is null ? after : before).Properties.Count > 0 && before.Properties.Count > 0 && after.Properties.Count > 0;

    private void CompareProperties(Comparison comparison, EffectiveSchema before, EffectiveSchema after, Direction direction)
    {
        foreach (var (name, old) in before.Properties)
        {
            var wasSeen = IsSeen(old, direction);
            if (!after.Properties.TryGetValue(name, out var now))
            {
                if (wasSeen && !AllForms(after, form => form.Properties.ContainsKey(name))) comparison.Add(StructureRules.PropertyRemoved, direction, new Change(before.PlaceOf(name), null, name) { NearAfter = after.Node });
                continue;
            }

            if (wasSeen && IsSeen(now, direction)) comparison.Children.Add(Get(old, now, direction));
            else if (wasSeen) comparison.Add(direction is Direction.Request ? StructureRules.BecameReadOnly : StructureRules.BecameWriteOnly, direction, new Change(before.PlaceOf(name), (direction is Direction.Request ? now.ReadOnlyPlace : now.WriteOnlyPlace) ?? after.PlaceOf(name)));
            else if (IsSeen(now, direction)) comparison.Add(direction is Direction.Request ? StructureRules.BecameWritable : StructureRules.BecameReadable, direction, new Change(before.PlaceOf(name), after.PlaceOf(name)));
        }

        foreach (var (name, now) in after.Properties)
        {
            if (before.Properties.ContainsKey(name) || !IsSeen(now, direction) || AllForms(before, form => form.Properties.ContainsKey(name))) continue;
            var isRequired = after.Required.ContainsKey(name);
            comparison.Add(isRequired ? StructureRules.RequiredPropertyAdded : StructureRules.PropertyAdded, direction, new Change(null, after.PlaceOf(name), null, name) { NearBefore = before.Node });
        }

        CompareRequired(comparison, before, after, direction);
    }

    private static void CompareRequired(Comparison comparison, EffectiveSchema before, EffectiveSchema after, Direction direction)
    {
        foreach (var (name, place) in after.Required)
        {
            if (before.Required.ContainsKey(name) || AllForms(before, form => form.Required.ContainsKey(name)) || (!before.Properties.ContainsKey(name) && after.Properties.ContainsKey(name))) continue;
            if (!after.Properties.TryGetValue(name, out var property)) comparison.Add(StructureRules.BecameRequired, direction, new Change(before.Node, place, null, name));
            else if (IsSeen(property, direction)) comparison.Add(StructureRules.BecameRequired, direction, new Change(before.PlaceOf(name), after.PlaceOf(name), null, "required"));
        }

        foreach (var (name, place) in before.Required)
        {
            if (after.Required.ContainsKey(name) || AllForms(after, form => form.Required.ContainsKey(name)) || (before.Properties.ContainsKey(name) && !after.Properties.ContainsKey(name))) continue;
            if (!before.Properties.TryGetValue(name, out var property)) comparison.Add(StructureRules.BecameOptional, direction, new Change(place, after.Node, name));
            else if (IsSeen(property, direction)) comparison.Add(StructureRules.BecameOptional, direction, new Change(before.PlaceOf(name), after.PlaceOf(name), "required"));
        }
    }

    private static bool IsSeen(EffectiveSchema property, Direction direction) => (direction is Direction.Request ? property.ReadOnlyPlace : property.WriteOnlyPlace) is null;

    private void CompareForms(Comparison comparison, EffectiveSchema before, EffectiveSchema after, Direction direction)
    {
        var (old, now) = (Forms(before), Forms(after));
        var pairs = FormPairing.Pair(old, now);
        foreach (var (left, right) in pairs)
        {
            comparison.Children.Add(Get(left.Schema, right.Schema, direction, isForm: true));
            if (left.Tag is not null && right.Tag is not null && left.Tag != right.Tag) comparison.Add(StructureRules.MappingChanged, direction, new Change(left.Node, right.Node, left.Tag, right.Tag));
        }

        if (before.Union is null || after.Union is null)
        {
            CompareSwitch(comparison, before, after, pairs.Count > 0, direction);
            return;
        }

        foreach (var form in old.Except(pairs.Select(pair => pair.Before))) comparison.Add(StructureRules.FormRemoved, direction, new Change(form.Node, null, Name(form)));
        foreach (var form in now.Except(pairs.Select(pair => pair.After))) comparison.Add(IsOfNewType(form, old) ? SchemaRules.TypeWidened : StructureRules.FormAdded, direction, new Change(null, form.Node, Types(old), Name(form)) { NearBefore = before.Node });
    }

    private static void CompareSwitch(Comparison comparison, EffectiveSchema before, EffectiveSchema after, bool isAmongThem, Direction direction)
    {
        if (after.Union is { } union)
        {
            // The old form is one of the new ones: nothing changes for who sends it.
            var forms = Forms(before);
            var isOfNewType = isAmongThem && union.Choices.Any(form => IsOfNewType(form, forms));
            var rule = isOfNewType ? SchemaRules.TypeWidened : isAmongThem && direction is Direction.Request ? StructureRules.FormAdded : StructureRules.BecameUnion;
            comparison.Add(rule, direction, new Change(before.Node, union.Place, Types(forms), string.Join(", ", union.Choices.Select(Name))));
            return;
        }

        var gone = isAmongThem && direction is Direction.Request ? StructureRules.FormRemoved : StructureRules.BecameSingle;
        comparison.Add(gone, direction, new Change(before.Union!.Place, after.Node, string.Join(", ", before.Union.Choices.Select(Name))));
    }

    // A reader that tells forms apart by their JSON type has none for it.
    private static bool IsOfNewType(SchemaChoice form, IReadOnlyList<SchemaChoice> known) =>
        form.Schema.Types is { } types && known.All(other => other.Schema.Types is { } others && !others.Overlaps(types) && !(types.Contains("integer") && others.Contains("number")));

    private static string Types(IEnumerable<SchemaChoice> forms) => string.Join(" or ", forms.SelectMany(form => form.Schema.Types ?? new HashSet<string>()).Distinct(StringComparer.Ordinal));

    private static IReadOnlyList<SchemaChoice> Forms(EffectiveSchema schema) => schema.Union?.Choices ?? [new SchemaChoice(schema.Node, schema, schema.Node.Parent is JProperty { Parent.Parent: JProperty { Name: "schemas" } } component ? component.Name : null, null)];

    private static string Name(SchemaChoice form) => form.Name ?? form.Tag ?? (form.Schema.Types is { } types ? string.Join(" or ", types) : "another form");
}
