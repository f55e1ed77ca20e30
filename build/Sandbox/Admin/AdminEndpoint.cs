using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Faults;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>Sets a sandbox up over HTTP: its content, its faults and its log.</summary>
internal sealed class AdminEndpoint(ProviderStates states, AccountSetup setup, RequestLog log, FaultPlan faults)
{
    /// <summary>The path of the admin requests.</summary>
    public const string Path = "/_sandbox/";

    /// <summary>The path to which a Pact verifier sends the states that it needs.</summary>
    public const string ProviderStatesPath = "/_pact/provider-states";

    private const int LongestBody = 1024 * 1024;

    public static bool Owns(string path) =>
        path.StartsWith(Path, StringComparison.Ordinal) || path == ProviderStatesPath;

    /// <exception cref="SandboxError">404: there is no such path. 400: the body is wrong. 413: it is too
    /// large.</exception>
    public SandboxReply Answer(string method, string path, ReadOnlyMemory<byte> body)
    {
        if (body.Length > LongestBody)
        {
            throw new SandboxError(
                StatusCodes.Status413PayloadTooLarge,
                1,
                $"The body is too large: an admin request has at most {LongestBody} bytes."
            );
        }

        try
        {
            return (method, path) switch
            {
                ("POST", ProviderStatesPath) => SetUp(Read(body)),
                ("GET", ProviderStatesPath) => Json(new JArray(states.Names)),
                ("POST", Path + "reset") => Do(Reset),
                ("POST", Path + "seed") => Do(() => setup.Fill(SeedLimit.Check(SeedBody.Read(Read(body))))),
                ("GET", Path + "requests") => Json(new JArray(log.All.Select(AdminViews.Request))),
                ("DELETE", Path + "requests") => Do(log.Clear),
                ("GET", Path + "faults") => Json(new JArray(faults.Planned.Select(AdminViews.Fault))),
                ("POST", Path + "faults") => Do(() => faults.Add(Fault(Read(body)))),
                ("DELETE", Path + "faults") => Do(faults.Clear),
                _ => throw SandboxError.NoPath(),
            };
        }
        catch (Exception error) when (error is not SandboxError)
        {
            // A 5xx would make a Pact verifier repeat the request for minutes.
            throw SandboxError.Invalid(error.Message);
        }
    }

    private SandboxReply SetUp(JObject body)
    {
        // A verifier announces an interaction without a state by an empty name.
        var state = (string?)body["state"] ?? throw SandboxError.Invalid("'state' is required.");
        if (state.Length > 0 && (string?)body["action"] != "teardown")
        {
            states.SetUp(state, body["params"] as JObject ?? []);
        }

        return Json(new JObject());
    }

    private void Reset()
    {
        setup.Reset();
        log.Clear();
    }

    private static SandboxFault Fault(JObject body)
    {
        MemberNames.Check(body, "fault", "operation", "times");
        var fault = FaultNames.Parse(body["fault"].Text() ?? throw SandboxError.Invalid("'fault' is required."));
        return fault with
        {
            OperationId = body["operation"].Text(),
            Times = body.TryGetValue("times", StringComparison.Ordinal, out var times) ? Times(times) : 1,
        };
    }

    // null stands for as long as the sandbox runs.
    private static int? Times(JToken times) =>
        times.Type is JTokenType.Null
            ? null
            : times.WholeNumber() ?? throw SandboxError.Invalid("'times' must be a whole number or null.");

    private static SandboxReply Do(Action action)
    {
        action();
        return SandboxReply.NoContent;
    }

    private static SandboxReply Json(JContainer body) => SandboxReply.Json(StatusCodes.Status200OK, body);

    private static JObject Read(ReadOnlyMemory<byte> body) =>
        body.IsEmpty ? [] : JObject.Parse(Utf8Text.Read(body.Span));
}
