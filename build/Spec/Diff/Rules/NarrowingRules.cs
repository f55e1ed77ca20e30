namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The two rules about a keyword that rejects values: it rejects more, or fewer.</summary>
/// <param name="Narrowed">The rule for more, for example an added keyword.</param>
/// <param name="Widened">The rule for fewer, for example a removed keyword.</param>
internal readonly record struct NarrowingRules(DiffRule Narrowed, DiffRule Widened);
