namespace Pinterest.OpenApi.Benchmarks.Redis.Support;

/// <summary>A figure of a run.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure, with its unit.</param>
internal sealed record Measure(string Name, string Value)
{
    /// <summary>Gets what the figure has to be; empty when it only informs.</summary>
    public string Target { get; private init; } = "";

    /// <summary>Gets whether the figure is what it has to be.</summary>
    public bool IsHeld { get; private init; } = true;

    /// <summary>Makes a figure that has a target.</summary>
    public static Measure Of(string name, string value, string target, bool isHeld) =>
        new(name, value) { Target = target, IsHeld = isHeld };

    /// <summary>Writes figures as a table.</summary>
    public static void Print(string title, IReadOnlyList<Measure> measures)
    {
        Console.WriteLine($"\n| {title} | measured | target | |\n|---|---|---|---|");
        foreach (var measure in measures)
        {
            Console.WriteLine($"| {measure.Name} | {measure.Value} | {measure.Target} | {measure.Verdict} |");
        }
    }

    private string Verdict => Target.Length == 0 ? "" : HeldOrMissed;

    private string HeldOrMissed => IsHeld ? "held" : "missed";
}
