namespace Pinterest.OpenApi.Spec;

/// <summary>The surroundings failed, not the input: no network, a program that cannot be started. The tool answers it with exit code 3.</summary>
internal sealed class SpecEnvironmentException(string message, Exception? inner = null) : Exception(message, inner);
