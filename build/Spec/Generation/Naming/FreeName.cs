namespace Pinterest.OpenApi.Spec.Generation.Naming;

/// <summary>Finds a name that is not taken, to propose it.</summary>
internal static class FreeName
{
    /// <summary>Gives a name, or the first of name2, name3, ... that is free.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isFree">Whether a name is not taken. Some name must be free.</param>
    public static string From(string name, Func<string, bool> isFree)
    {
        var free = name;
        for (var number = 2; !isFree(free); number++)
        {
            free = name + number;
        }

        return free;
    }
}
