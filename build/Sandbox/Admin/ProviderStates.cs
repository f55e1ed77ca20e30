using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Faults;
using Pinterest.OpenApi.Sandbox.OAuth;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>
/// The provider states that pacts can name, and how each is made. Parameters carry the ids that the pact has as
/// examples; values that they do not carry are made up.
/// </summary>
internal sealed class ProviderStates
{
    private readonly Lock _gate;
    private readonly Dictionary<string, Action<StateParameters>> _states;

    public ProviderStates(AccountSetup setup, ExampleEntities entities, ExampleGrants grants, FaultPlan faults)
    {
        _gate = entities.Gate;
        _states = new(StringComparer.OrdinalIgnoreCase)
        {
            ["the account is empty"] = _ => setup.Reset(),
            ["a board exists"] = entities.Board,
            ["boards exist"] = entities.Boards,
            ["a board section exists"] = entities.Section,
            ["a Pin exists"] = entities.Pin,

            // Pact keeps one state of a name for an interaction, so a second Pin needs a name of its own.
            ["another Pin exists"] = entities.Pin,
            ["Pins exist"] = entities.Pins,
            ["a registered upload exists"] = parameters => entities.Media(parameters, isUploaded: false),
            ["an uploaded video exists"] = parameters => entities.Media(parameters, isUploaded: true),
            ["followers exist"] = entities.Followers,
            ["a report exists"] = entities.Jobs.Report,
            ["a bulk request exists"] = entities.Jobs.Bulk,
            ["a leads export exists"] = entities.Jobs.Export,
            ["a batch exists"] = entities.Jobs.Batch,
            ["an access token was given"] = parameters => grants.Add(parameters, "access_token", GrantKind.User),
            ["a refresh token was given"] = parameters => grants.Add(parameters, "refresh_token", GrantKind.Refresh),
            ["an authorization code was given"] = parameters => grants.Add(parameters, "code", GrantKind.Code),
            ["the access token has expired"] = _ => faults.Add(new SandboxFault(FaultKind.ExpiredToken)),
            ["the access token lacks a scope"] = _ => faults.Add(new SandboxFault(FaultKind.MissingScope)),
            ["the app uses a restricted feature"] = _ => faults.Add(new SandboxFault(FaultKind.RestrictedFeature)),
            ["the app has trial access"] = _ => faults.Add(new SandboxFault(FaultKind.TrialAccess)),
            ["the rate limit is spent"] = _ => faults.Add(new SandboxFault(FaultKind.RateLimited)),
            ["the request looks like spam"] = _ => faults.Add(new SandboxFault(FaultKind.Spam)),
            ["the server fails"] = _ => faults.Add(new SandboxFault(FaultKind.EmptyError)),
            ["the server is unavailable"] = _ => faults.Add(new SandboxFault(FaultKind.Unavailable)),
        };
    }

    /// <summary>Gets the names of the states.</summary>
    public IEnumerable<string> Names => _states.Keys;

    /// <summary>Makes a state.</summary>
    /// <exception cref="SandboxError">400: there is no such state, or a parameter is wrong.</exception>
    public void SetUp(string state, JObject parameters)
    {
        if (!_states.TryGetValue(state, out var make))
        {
            throw SandboxError.Invalid(
                $"There is no provider state '{state}'. Name one of: {string.Join("; ", _states.Keys)}."
            );
        }

        lock (_gate)
        {
            var given = new StateParameters(parameters);
            make(given);
            given.ThrowIfMisspelled();
        }
    }
}
