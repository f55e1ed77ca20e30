using System.Text.Json;
using PactNet;
using PactNet.Matchers;

namespace Pinterest.OpenApi.PactCore;

/// <summary>A rule for the path of a request.</summary>
public static class RequestPathExtensions
{
    /// <summary>Sets the method, and a path that follows a rule; its example is the path that is verified.</summary>
    /// <param name="builder">The request.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The rule.</param>
    public static IRequestBuilderV4 WithRequest(this IRequestBuilderV4 builder, HttpMethod method, IMatcher path)
    {
        ArgumentNullException.ThrowIfNull(builder);

        // The core reads a path that is a matcher's JSON as that matcher.
        return builder.WithRequest(method, JsonSerializer.Serialize(path));
    }
}
