using Pinterest.OpenApi.Sandbox.Admin;
using Pinterest.OpenApi.Sandbox.Core;
using Pinterest.OpenApi.Sandbox.Faults;
using Pinterest.OpenApi.Sandbox.Media;
using Pinterest.OpenApi.Sandbox.OAuth;
using Pinterest.OpenApi.Sandbox.RateLimits;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox;

/// <summary>What a sandbox consists of.</summary>
internal sealed class SandboxServices : IDisposable
{
    private const string DefaultUser = "sandbox_user";

    private readonly StateFile? _file;
    private readonly SandboxOptions _options;

    public SandboxServices(SandboxOptions options, ServedDescription description, Func<Uri> origin)
    {
        (_options, Description, Clock) = (options, description, options.Clock);
        IReadOnlyList<IEntity> kept = [];
        var lastOrder = 0L;
        if (options.StateFile is { } path)
        {
            (_file, kept, lastOrder) = StateFile.Open(path);
        }

        IStateJournal journal = _file is null ? new NoJournal() : _file;
        State = new SandboxState(journal) { LastOrder = lastOrder };
        var app = kept.OfType<SandboxApp>().FirstOrDefault() ?? NewApp(journal);
        Tokens = new TokenTable(app, Clock, journal);
        foreach (var grant in kept.OfType<Grant>())
        {
            Tokens.Apply(grant);
        }

        foreach (var entity in kept.Where(entity => entity is not (SandboxApp or Grant)))
        {
            State.Apply(entity);
        }

        UserId = UserNamed(DefaultUser).Id;
        if (options.Content is { } content && !kept.OfType<Board>().Any())
        {
            Fill(content);
        }

        Limits = new RateLimitCounters(options.Access, Clock);
        Faults = new FaultPlan(options.RandomFaultRate, options.Seed);
        Uploads = new MediaUploads(State, Clock, options.MediaProcessingTime, origin);
        var oauth = new OAuthOperations(Tokens, Description.Scopes);
        Core = new CoreOperations(State, Uploads, oauth, new Bookmarks(options.Seed), Clock, options.ServesContracts);
        Authenticator = new Authenticator(Tokens, UserId, options.ServesContracts ? Description.Scopes : null);
        AuthorizePage = new AuthorizePage(Tokens, Description.Scopes, UserId, options.ApprovesAtOnce);
    }

    public ServedDescription Description { get; }

    public TimeProvider Clock { get; }

    public SandboxState State { get; }

    public TokenTable Tokens { get; }

    public RateLimitCounters Limits { get; }

    public FaultPlan Faults { get; }

    public MediaUploads Uploads { get; }

    public CoreOperations Core { get; }

    public Authenticator Authenticator { get; }

    public AuthorizePage AuthorizePage { get; }

    public RequestLog Log { get; } = new();

    /// <summary>Gets the user that signs in, and whom tokens are for when nothing else is said.</summary>
    public string UserId { get; }

    /// <summary>Gives the user of a name, and makes one when there is none.</summary>
    public User UserNamed(string username)
    {
        lock (State.Gate)
        {
            if (State.UserByName(username) is { } known)
            {
                return known;
            }

            var (id, order) = State.Next();
            var user = new User(id, order, username);
            State.Put(user);
            return user;
        }
    }

    public void Fill(SandboxContent content)
    {
        lock (State.Gate)
        {
            new ContentMaker(State, Clock, _options.Seed).Fill(UserId, content);
        }
    }

    /// <summary>Empties the account. Tokens stay, so that nobody has to sign in again.</summary>
    public void Reset()
    {
        lock (State.Gate)
        {
            var users = State.All.OfType<User>().ToList();
            State.Clear();
            foreach (var user in users)
            {
                State.Put(new User(user.Id, user.Order, user.Username));
            }
        }

        Faults.Clear();
        Limits.Clear();
    }

    public void Dispose() => _file?.Dispose();

    private static SandboxApp NewApp(IStateJournal journal)
    {
        var app = new SandboxApp(
            "1000001",
            Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20))
        );
        journal.Put(app);
        return app;
    }
}
