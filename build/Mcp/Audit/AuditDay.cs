namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>How many calls of one day were decided how.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Allowed">The calls that the grant allowed.</param>
/// <param name="Asked">The calls that a person was asked about, or had approved.</param>
/// <param name="Denied">The calls that were denied.</param>
public sealed record AuditDay(DateOnly Day, int Allowed, int Asked, int Denied)
{
    /// <summary>Gets the number of calls.</summary>
    public int Total => Allowed + Asked + Denied;
}
