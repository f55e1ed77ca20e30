using Pinterest.OpenApi.Spec.Patterns;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>A step of an automaton.</summary>
/// <param name="Range">The characters that it takes.</param>
/// <param name="To">The state that it leads to.</param>
internal readonly record struct PatternStep(CharacterRange Range, int To);
