namespace Pinterest.OpenApi.Sandbox.Faults;

/// <summary>Decides which request meets which fault: by its header, by plan, or by chance.</summary>
/// <param name="rate">The part of the requests that meet a fault by chance, from 0 to 1.</param>
/// <param name="seed">Decides the chances. The same seed and requests meet the same faults.</param>
internal sealed class FaultPlan(double rate, int seed)
{
    /// <summary>The header that requests a fault, as <see cref="FaultNames.Parse"/> reads it.</summary>
    public const string Header = "x-sandbox-fault";

    private static readonly TimeSpan DelayByChance = TimeSpan.FromMilliseconds(50);

    // Left out are the faults that would end the run of a client, and those that need an upload or a job after them.
    private static readonly FaultKind[] ByChance =
    [
        .. Enum.GetValues<FaultKind>()
            .Except([
                FaultKind.FailedMedia,
                FaultKind.FailedJob,
                FaultKind.MissingScope,
                FaultKind.RestrictedFeature,
                FaultKind.TrialAccess,
                FaultKind.Spam,
            ]),
    ];

    private readonly Lock _gate = new();
    private readonly List<SandboxFault> _planned = [];
    private readonly Random _random = new(seed);

    /// <summary>Gets the faults that are planned, in their order.</summary>
    public IReadOnlyList<SandboxFault> Planned
    {
        get
        {
            lock (_gate)
            {
                return [.. _planned];
            }
        }
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
    /// <exception cref="Spec.SpecException">The header names no fault.</exception>
    public SandboxFault? Next(string? header, string? operationId)
    {
        if (header is { Length: > 0 })
        {
            return FaultNames.Parse(header);
        }

        lock (_gate)
        {
            return NextPlanned(operationId) ?? NextByChance();
        }
    }

    private SandboxFault? NextPlanned(string? operationId)
    {
        var index = _planned.FindIndex(fault => fault.OperationId is null || fault.OperationId == operationId);
        if (index < 0)
        {
            return null;
        }

        var fault = _planned[index];
        if (fault.Times > 1)
        {
            _planned[index] = fault with { Times = fault.Times - 1 };
        }
        else if (fault.Times is not null)
        {
            _planned.RemoveAt(index);
        }

        return fault;
    }

    private SandboxFault? NextByChance()
    {
        if (rate <= 0 || _random.NextDouble() >= rate)
        {
            return null;
        }

        return new SandboxFault(ByChance[_random.Next(ByChance.Length)]) { Delay = DelayByChance };
    }
}
