using Pinterest.OpenApi.Spec.Diff.Rules;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>All rules of the comparison.</summary>
internal static class DiffRules
{
    /// <summary>Gets them, in the order of reports.</summary>
    public static IReadOnlyList<DiffRule> All { get; } =
    [
        .. OperationRules.All,
        .. StructureRules.All,
        .. SchemaRules.All.Select(entry => entry.Rule),
        .. ClientRules.All,
        DocumentationRule.Rule,
    ];

    /// <summary>Finds a rule.</summary>
    /// <exception cref="SpecException">There is none of that id.</exception>
    public static DiffRule Find(string id) =>
        All.FirstOrDefault(rule => rule.Id == id)
        ?? throw new SpecException(id, "There is no rule of this id.", "See 'pinterest-openapi diff --rules'.");
}
