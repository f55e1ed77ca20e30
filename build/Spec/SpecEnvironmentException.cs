namespace Pinterest.OpenApi.Spec;

/// <summary>
/// The environment failed, not the input: no network, or a program that cannot be started. The tool ends with exit
/// code 3.
/// </summary>
internal sealed class SpecEnvironmentException(string message, Exception? inner = null) : Exception(message, inner);
