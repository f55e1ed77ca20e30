namespace Pinterest.OpenApi.Metadata;

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Style">How it is written into the request.</param>
/// <param name="IsRequired">Whether it must be given.</param>
public sealed record OperationParameter(string Name, ParameterStyle Style, bool IsRequired)
{
    /// <summary>Gets the smallest number that is allowed, or null when there is no limit.</summary>
    public long? Minimum { get; init; }

    /// <summary>Gets the largest number that is allowed, or null when there is no limit.</summary>
    public long? Maximum { get; init; }

    /// <summary>Throws when a number is outside of the limits, before anything is sent.</summary>
    /// <param name="operation">The operation that is called.</param>
    /// <param name="value">The value; only a whole number is compared.</param>
    /// <param name="argument">The name of the argument in C#.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is too small or too large.</exception>
    internal void ThrowIfOutside(Operation operation, object value, string? argument)
    {
        long? number = value switch
        {
            long whole => whole,
            int whole => whole,
            _ => null,
        };
        if (number < Minimum || number > Maximum)
        {
            throw new ArgumentOutOfRangeException(argument, value, $"{operation.Id} accepts '{Name}' {Limits()}.");
        }
    }

    private string Limits() =>
        (Minimum, Maximum) switch
        {
            ({ } least, { } most) => $"from {least} to {most}",
            ({ } least, null) => $"from {least} on",
            _ => $"up to {Maximum}",
        };
}
