using Pinterest.OpenApi.Sandbox.Jobs;
using Pinterest.OpenApi.Sandbox.OAuth;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>
/// The operations that the sandbox answers by rules of their own, by id: most of them from its state. The other
/// operations are made up from their schemas.
/// </summary>
internal sealed class CoreOperations
{
    private readonly Dictionary<string, Func<ApiCall, SandboxReply>> _answers = new(StringComparer.Ordinal);

    public CoreOperations(CoreParts parts, OAuthOperations oauth, JobOperations jobs)
    {
        var state = parts.State;
        Add(oauth.All);
        Add(jobs.All);
        Add(ConversionOperations.All);
        Add(Locked(state, new BoardOperations(parts).All));
        Add(Locked(state, new SectionOperations(parts).All));
        Add(Locked(state, new PinOperations(parts).All));
        Add(Locked(state, new SearchOperations(parts).All));
        Add(Locked(state, new AccountOperations(parts).All));
        Add(Locked(state, new AnalyticsOperations(parts).All));
        Add(Locked(state, new MediaOperations(parts).All));
    }

    /// <summary>Gives the answer of an operation; null when it is not a core operation.</summary>
    public Func<ApiCall, SandboxReply>? Find(string operationId) => _answers.GetValueOrDefault(operationId);

    private void Add(IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> group)
    {
        foreach (var (id, answer) in group)
        {
            _answers.Add(id, answer);
        }
    }

    private static IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> Locked(
        SandboxState state,
        IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> group
    )
    {
        foreach (var (id, answer) in group)
        {
            yield return (
                id,
                call =>
                {
                    lock (state.Gate)
                    {
                        return answer(call);
                    }
                }
            );
        }
    }
}
