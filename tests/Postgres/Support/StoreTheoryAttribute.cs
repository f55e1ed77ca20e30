namespace Pinterest.OpenApi.PostgresTests.Support;

/// <summary>A claim that needs a real server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreTheoryAttribute : TheoryAttribute
{
    public StoreTheoryAttribute() => Skip = PostgresPrograms.Missing;
}
