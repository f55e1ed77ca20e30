using System.Reflection;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Diff.Rules;

namespace Pinterest.OpenApi.Unit.Spec.Diff;

/// <summary>The list of all rules.</summary>
public sealed class DiffRulesTests
{
    [Fact]
    public void Every_rule_of_every_family_is_listed_once()
    {
        var declared = typeof(OperationRules)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(OperationRules).Namespace)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => typeof(DiffRule).IsAssignableFrom(field.FieldType))
            .Select(field => ((DiffRule)field.GetValue(null)!).Id)
            .ToList();

        Assert.NotEmpty(declared);
        Assert.Equal(
            declared.Order(StringComparer.Ordinal),
            DiffRules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal)
        );
    }
}
