namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>How much work a search may do, so that no input makes it last.</summary>
/// <param name="most">The most steps.</param>
internal sealed class WorkBudget(long most)
{
    /// <summary>Gets how many steps were done.</summary>
    public long Spent { get; private set; }

    /// <summary>Gets how many steps are left.</summary>
    public long Left => Math.Max(0, most - Spent);

    /// <summary>Gets whether no step is left.</summary>
    public bool IsSpent => Spent >= most;

    /// <summary>Counts steps.</summary>
    public void Spend(long steps) => Spent += steps;
}
