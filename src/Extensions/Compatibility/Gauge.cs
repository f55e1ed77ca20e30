using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Pinterest.OpenApi;

/// <summary>
/// The gauge of .NET 9, for .NET 8: it keeps the last value of each value of its one tag, and is read when a listener
/// asks. The values of the tag must be few, such as the rate categories of a description.
/// </summary>
/// <typeparam name="T">The kind of number.</typeparam>
internal sealed class Gauge<T>
    where T : struct
{
    // A null is no key of a dictionary, so the tag itself is the key.
    private readonly ConcurrentDictionary<KeyValuePair<string, object?>, T> _last = new();

    /// <summary>Initializes a new instance of the <see cref="Gauge{T}"/> class, which its meter publishes.</summary>
    public Gauge(Meter meter, string name, string unit, string description) =>
        meter.CreateObservableGauge(name, Measurements, unit, description);

    /// <summary>Keeps a value as the last one of its tag.</summary>
    public void Record(T value, KeyValuePair<string, object?> tag) => _last[tag] = value;

    private IEnumerable<Measurement<T>> Measurements() =>
        _last.Select(entry => new Measurement<T>(entry.Value, entry.Key));
}
