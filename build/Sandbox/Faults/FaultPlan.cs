using System.Globalization;
using Pinterest.OpenApi.Spec;

namespace Pinterest.OpenApi.Sandbox.Faults;

/// <summary>Which request meets which fault: by header, by plan, or by chance from a seed.</summary>
internal sealed class FaultPlan(double rate, int seed)
{
    /// <summary>The header that asks for a fault: its name, and for some the milliseconds it takes, as in <c>latency=200</c>.</summary>
    public const string Header = "x-sandbox-fault";

    private static readonly Dictionary<string, FaultKind> Names = Enum.GetValues<FaultKind>()
        .ToDictionary(Name, StringComparer.Ordinal);

    // What would keep a run from ending, or needs a call of its own, is not left to chance.
    private static readonly FaultKind[] ByChance =
    [
        .. Enum.GetValues<FaultKind>()
            .Except([
                FaultKind.FailedMedia,
                FaultKind.MissingScope,
                FaultKind.RestrictedFeature,
                FaultKind.TrialAccess,
                FaultKind.Spam,
            ]),
    ];

    private readonly Lock _gate = new();
    private readonly List<SandboxFault> _planned = [];

    // No secret depends on it, and the same seed must make the same run.
#pragma warning disable CA5394
    private readonly Random _random = new(seed);

    /// <summary>Gives the name of a fault on the wire, as unknown-enum-value.</summary>
    public static string Name(FaultKind kind) =>
        string.Concat(
            kind.ToString()
                .Select(
                    (letter, index) =>
                        char.IsUpper(letter)
                            ? (index > 0 ? "-" : "") + char.ToLowerInvariant(letter)
                            : letter.ToString()
                )
        );

    /// <summary>Reads the name of a fault.</summary>
    /// <exception cref="SpecException">There is none of this name.</exception>
    public static SandboxFault Parse(string text)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        if (!Names.TryGetValue(parts[0], out var kind))
        {
            throw new SpecException(
                "fault",
                $"There is no fault '{parts[0]}'.",
                $"Name one of {string.Join(", ", Names.Keys)}."
            );
        }

        var fault = new SandboxFault(kind);
        if (parts.Length == 1)
        {
            return fault;
        }

        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? fault with
            {
                Delay = TimeSpan.FromMilliseconds(milliseconds),
            }
            : throw new SpecException(
                "fault",
                $"'{parts[1]}' is no number of milliseconds.",
                "Write it as latency=200."
            );
    }

    public void Add(SandboxFault fault)
    {
        lock (_gate)
        {
            _planned.Add(fault);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _planned.Clear();
        }
    }

    /// <summary>Gives the fault of a request, or null.</summary>
    public SandboxFault? Next(string? header, string? operationId)
    {
        if (header is { Length: > 0 })
        {
            return Parse(header);
        }

        lock (_gate)
        {
            var index = _planned.FindIndex(fault => fault.OperationId is null || fault.OperationId == operationId);
            if (index >= 0)
            {
                var fault = _planned[index];
                if (fault.Times is { } times)
                {
                    if (times > 1)
                    {
                        _planned[index] = fault with { Times = times - 1 };
                    }
                    else
                    {
                        _planned.RemoveAt(index);
                    }
                }

                return fault;
            }

            return rate > 0 && _random.NextDouble() < rate
                ? new SandboxFault(ByChance[_random.Next(ByChance.Length)]) { Delay = TimeSpan.FromMilliseconds(50) }
                : null;
        }
    }
#pragma warning restore CA5394
}
