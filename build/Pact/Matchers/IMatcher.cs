using System.Text.Json.Serialization;

namespace PactNet.Matchers;

/// <summary>A rule for a value, with an example of it.</summary>
[JsonConverter(typeof(MatcherConverter))]
public interface IMatcher
{
    /// <summary>Gets the name of the rule.</summary>
    string Type { get; }

    /// <summary>Gets the example.</summary>
    object? Value { get; }
}
