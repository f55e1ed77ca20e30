namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>A pattern needs more states than are compared, or says what an automaton does not.</summary>
internal sealed class PatternNotComparedException : Exception;
