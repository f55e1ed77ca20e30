using System.Globalization;
using System.Text;
using Pinterest.OpenApi.Spec;

namespace Pinterest.OpenApi.Sandbox.Faults;

/// <summary>The names of faults in headers and in admin requests.</summary>
internal static class FaultNames
{
    private static readonly Dictionary<string, FaultKind> Kinds = Enum.GetValues<FaultKind>()
        .ToDictionary(Name, StringComparer.Ordinal);

    /// <summary>Gives the name of a fault. Example: UnknownEnumValue is unknown-enum-value.</summary>
    public static string Name(FaultKind kind)
    {
        var name = new StringBuilder();
        foreach (var letter in kind.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0)
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }

    /// <summary>Writes a fault as <see cref="Parse"/> reads it. Example: latency=200.</summary>
    public static string Text(SandboxFault fault) =>
        fault.Kind is FaultKind.Latency or FaultKind.SlowDrip
            ? string.Create(CultureInfo.InvariantCulture, $"{Name(fault.Kind)}={fault.Delay.TotalMilliseconds:0}")
            : Name(fault.Kind);

    /// <summary>Reads a fault: its name, and for some the milliseconds that it takes. Example: latency=200.</summary>
    /// <exception cref="SpecException">No fault has this name, or the milliseconds are not a number.</exception>
    public static SandboxFault Parse(string text)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        if (!Kinds.TryGetValue(parts[0], out var kind))
        {
            throw new SpecException(
                "fault",
                $"There is no fault '{parts[0]}'.",
                $"Name one of {string.Join(", ", Kinds.Keys)}."
            );
        }

        var fault = new SandboxFault(kind);
        if (parts.Length == 1)
        {
            return fault;
        }

        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
        {
            throw new SpecException(
                "fault",
                $"'{parts[1]}' is not a number of milliseconds.",
                "Write it as latency=200."
            );
        }

        return fault with
        {
            Delay = TimeSpan.FromMilliseconds(milliseconds),
        };
    }
}
