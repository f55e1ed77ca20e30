using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>A rule over two schemas that stand at the same place.</summary>
/// <param name="Rule">What is found.</param>
/// <param name="Find">Finds it.</param>
internal sealed record SchemaRule(DiffRule Rule, Func<EffectiveSchema, EffectiveSchema, IEnumerable<Change>> Find);
