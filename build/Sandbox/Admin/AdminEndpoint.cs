using System.Text;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Faults;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>Sets a sandbox up over HTTP: what it holds, what goes wrong, and what it received.</summary>
internal sealed class AdminEndpoint(SandboxServices services)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/_sandbox/";

    /// <summary>Where a Pact verifier asks for states.</summary>
    public const string ProviderStatesPath = "/_pact/provider-states";

    private readonly ProviderStates _states = new(services);

    public static bool Owns(string path) =>
        path.StartsWith(Path, StringComparison.Ordinal) || path == ProviderStatesPath;

    /// <exception cref="SandboxError">What was asked for is not there, or not right.</exception>
    public SandboxReply Answer(string method, string path, ReadOnlyMemory<byte> body)
    {
        try
        {
            return (method, path) switch
            {
                ("POST", ProviderStatesPath) => SetUp(Read(body)),
                ("GET", ProviderStatesPath) => Json(new JArray(_states.Names)),
                ("POST", Path + "reset") => Do(Reset),
                ("POST", Path + "seed") => Do(() => services.Fill(Read(body).ToObject<SandboxContent>()!)),
                ("GET", Path + "requests") => Json(JArray.FromObject(services.Log.All)),
                ("DELETE", Path + "requests") => Do(services.Log.Clear),
                ("POST", Path + "faults") => Do(() => services.Faults.Add(Fault(Read(body)))),
                ("DELETE", Path + "faults") => Do(services.Faults.Clear),
                _ => throw SandboxError.NoPath(),
            };
        }
        catch (Exception error) when (error is not SandboxError)
        {
            // Never a 5xx: a Pact verifier asks for a state that fails so again and again, for minutes.
            throw SandboxError.Invalid(error.Message);
        }
    }

    private SandboxReply SetUp(JObject body)
    {
        // An interaction without a state is announced with an empty one.
        var state = (string?)body["state"] ?? throw SandboxError.Invalid("'state' is required.");
        if (state.Length > 0 && (string?)body["action"] != "teardown")
        {
            _states.SetUp(state, body["params"] as JObject ?? []);
        }

        return Json(new JObject());
    }

    private void Reset()
    {
        services.Reset();
        services.Log.Clear();
    }

    private static SandboxFault Fault(JObject body)
    {
        var fault = FaultPlan.Parse((string?)body["fault"] ?? throw SandboxError.Invalid("'fault' is required."));
        return fault with
        {
            OperationId = (string?)body["operation"],
            Times = body.TryGetValue("times", StringComparison.Ordinal, out var times) ? (int?)times : 1,
        };
    }

    private static SandboxReply Do(Action action)
    {
        action();
        return SandboxReply.NoContent;
    }

    private static SandboxReply Json(JContainer body) => SandboxReply.Json(StatusCodes.Status200OK, body);

    private static JObject Read(ReadOnlyMemory<byte> body) =>
        body.IsEmpty ? [] : JObject.Parse(Encoding.UTF8.GetString(body.Span));
}
