namespace Pinterest.OpenApi.Metadata;

/// <summary>The operation of pages and errors that a test makes without naming one.</summary>
internal static class MadeUpOperation
{
    /// <summary>Gets the operation. It is in no description.</summary>
    public static Operation Value { get; } =
        new()
        {
            Id = "(made up)",
            Method = HttpMethod.Get,
            Path = "/",
            Group = "",
            Access = OperationAccess.Read,
            Security = [],
            SuccessCodes = [200],
            Parameters = [],
        };
}
