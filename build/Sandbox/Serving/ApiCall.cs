using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Sandbox.Serving;

/// <summary>A call of a core operation: a valid request, and its caller.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="Request">The request, valid by the description.</param>
internal sealed record ApiCall(Caller Caller, ReadRequest Request)
{
    /// <summary>Gets the address under which the caller reaches the server.</summary>
    public required Uri Origin { get; init; }

    public JObject Body => Request.Body as JObject ?? [];

    /// <summary>Gives a text of the body; null when the body does not have it, or has null.</summary>
    public string? Text(string member) => (string?)(Body[member] as JValue);

    /// <summary>
    /// Gives a text of the body, or the one from before when the body does not have it. A null in the body clears
    /// it.
    /// </summary>
    public string? TextOr(string member, string? before) => Body.ContainsKey(member) ? Text(member) : before;

    /// <summary>Gives a parameter of the path.</summary>
    public string Path(string name) => Request.Text(name)!;
}
