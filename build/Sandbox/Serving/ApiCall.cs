using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Sandbox.Serving;

/// <summary>A call of an operation that the sandbox knows by heart.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Request">What was sent, valid by the description.</param>
internal sealed record ApiCall(Caller Caller, ReadRequest Request)
{
    public JObject Body => Request.Body as JObject ?? [];

    /// <summary>Gives a text of the body; null when it is not there, or null.</summary>
    public string? Text(string member) => (string?)(Body[member] as JValue);

    /// <summary>Gives a text of the body, or what was there before when the body does not speak of it. An explicit null clears it.</summary>
    public string? TextOr(string member, string? before) => Body.ContainsKey(member) ? Text(member) : before;

    /// <summary>Gives a parameter of the path.</summary>
    public string Path(string name) => Request.Text(name)!;
}
