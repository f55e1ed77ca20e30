namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>A pattern has more states than are compared.</summary>
internal sealed class PatternTooLargeException : Exception;
