using System.Diagnostics.Metrics;

namespace Pinterest.OpenApi;

/// <summary>The members of <see cref="Meter"/> that came after .NET 8.</summary>
internal static class MeterExtensions
{
    /// <summary>Makes an instrument that has a last value.</summary>
    public static Gauge<T> CreateGauge<T>(this Meter meter, string name, string unit, string description)
        where T : struct => new(meter, name, unit, description);
}
