using Pinterest.OpenApi.Sandbox.Media;
using Pinterest.OpenApi.Sandbox.OAuth;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>What each of the core operations, and those of sign-in, does. The other operations are made up from their schemas.</summary>
internal sealed class CoreOperations
{
    private readonly Dictionary<string, Func<ApiCall, SandboxReply>> _answers;

    public CoreOperations(
        SandboxState state,
        MediaUploads media,
        OAuthOperations oauth,
        Bookmarks bookmarks,
        TimeProvider clock,
        bool servesContracts
    )
    {
        var lists = new Lists(bookmarks, servesContracts);
        var access = new Access(state);
        var analytics = new Analytics(state, clock, servesContracts);
        var views = new EntityViews(state, analytics);
        _answers = new IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)>[]
        {
            oauth.All,
            Locked(new BoardOperations(state, access, lists, views, clock).All),
            Locked(new SectionOperations(state, access, lists, views).All),
            Locked(new PinOperations(state, access, lists, views, media, clock).All),
            Locked(new SearchOperations(state, lists, views).All),
            Locked(new AccountOperations(state, lists, analytics).All),
            Locked(new AnalyticsOperations(access, analytics).All),
            Locked(new MediaOperations(state, lists, media).All),
        }
            .SelectMany(group => group)
            .ToDictionary(entry => entry.Id, entry => entry.Answer, StringComparer.Ordinal);

        IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> Locked(
            IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> group
        ) =>
            group.Select(entry =>
                (
                    entry.Id,
                    new Func<ApiCall, SandboxReply>(call =>
                    {
                        lock (state.Gate)
                        {
                            return entry.Answer(call);
                        }
                    })
                )
            );
    }

    /// <summary>Gives what an operation does, or null when it is not one of the core.</summary>
    public Func<ApiCall, SandboxReply>? Find(string operationId) => _answers.GetValueOrDefault(operationId);
}
