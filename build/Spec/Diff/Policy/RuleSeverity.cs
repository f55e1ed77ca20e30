namespace Pinterest.OpenApi.Spec.Diff.Policy;

/// <summary>The severity that a user gives a rule.</summary>
/// <param name="InRequest">The severity for values that callers send, or for a place without a direction.</param>
/// <param name="InResponse">The severity for values that callers receive.</param>
internal sealed record RuleSeverity(Severity? InRequest, Severity? InResponse)
{
    /// <summary>
    /// Gives the severity of a finding. A direction for which the user gave none keeps that of the rule. Example: the
    /// user gives enum-value-added breaking in responses; a finding that reaches both directions is breaking.
    /// </summary>
    public Severity Of(Finding finding)
    {
        var severities = new List<Severity?>();
        if (finding.Direction is not Direction.Response)
        {
            severities.Add(InRequest ?? finding.Rule.InRequest);
        }

        if (finding.Direction.HasFlag(Direction.Response))
        {
            severities.Add(InResponse ?? finding.Rule.InResponse);
        }

        return severities.Max() ?? finding.Severity;
    }
}
