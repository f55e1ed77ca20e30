namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>A change as one operation meets it.</summary>
/// <param name="Severity">How much it means in that direction.</param>
/// <param name="Direction">The direction in which the operation sends or gets the changed values.</param>
/// <param name="Change">The change.</param>
internal sealed record OperationChange(Severity Severity, Direction Direction, Change Change);
