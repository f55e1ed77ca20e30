using Pinterest.OpenApi.Sandbox.Media;
using Pinterest.OpenApi.Sandbox.OAuth;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>
/// The operations that the sandbox answers from its state, by id. The other operations are made up from their
/// schemas.
/// </summary>
internal sealed class CoreOperations
{
    private readonly Dictionary<string, Func<ApiCall, SandboxReply>> _answers = new(StringComparer.Ordinal);

    public CoreOperations(SandboxState state, MediaUploads media, OAuthOperations oauth, SandboxOptions options)
    {
        var parts = new CoreParts(state, media, options);
        Add(oauth.All);
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
