namespace Pinterest.OpenApi.Unit.Support;

/// <summary>A theory of <c>.ci/long</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongTheoryAttribute : TheoryAttribute
{
    public LongTheoryAttribute()
    {
        if (!LongRuns.AreOn)
        {
            Skip = LongRuns.Reason;
        }
    }
}
