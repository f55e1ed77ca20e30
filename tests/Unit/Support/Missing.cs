namespace Pinterest.OpenApi.Unit.Support;

/// <summary>What is missing is named at once, and not when the first call is made.</summary>
internal static class Missing
{
    /// <summary>Makes calls that lack an argument, and looks for its name in the error.</summary>
    public static async Task IsNamedAsync(params (string Name, Func<object?> Call)[] calls)
    {
        foreach (var (name, call) in calls)
        {
            var error = await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
            {
                if (call() is Task task)
                {
                    await task;
                }
            });
            Assert.Equal(name, error.ParamName);
        }
    }
}
