using System.Security.Cryptography;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.OAuth;

/// <summary>The app, and the codes and tokens that were issued for it.</summary>
internal sealed class TokenTable
{
    /// <summary>The types of entities that the table keeps in a state file.</summary>
    public static readonly IReadOnlyList<Type> KeptTypes = [typeof(SandboxApp), typeof(Grant)];

    /// <summary>How long an access token is valid.</summary>
    public static readonly TimeSpan AccessLifetime = TimeSpan.FromDays(30);

    /// <summary>How long a refresh token is valid.</summary>
    public static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(60);

    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Grant> _grants = new(StringComparer.Ordinal);

    private readonly TimeProvider _clock;
    private readonly IStateJournal _journal;

    public TokenTable(TimeProvider clock, IStateJournal journal)
    {
        _clock = clock;
        _journal = journal;
        App = journal.Kept.OfType<SandboxApp>().FirstOrDefault() ?? NewApp(journal);
        foreach (var grant in journal.Kept.OfType<Grant>())
        {
            Apply(grant);
        }
    }

    /// <summary>Gets the app that the sandbox knows.</summary>
    public SandboxApp App { get; }

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Adds a grant without writing it into the journal.</summary>
    public void Apply(Grant grant) => _grants[grant.Id] = grant;

    /// <summary>Gives the grant of an access token; null when it is unknown, revoked or expired.</summary>
    public Grant? Access(string token)
    {
        lock (_gate)
        {
            var isValid =
                _grants.TryGetValue(token, out var grant)
                && grant.Kind is GrantKind.User or GrantKind.Client or GrantKind.Conversion
                && grant.ExpiresAt > Now;
            return isValid ? grant : null;
        }
    }

    public Grant Issue(
        GrantKind kind,
        string userId,
        IReadOnlyList<string> scopes,
        string? signIn = null,
        TimeSpan? lifetime = null,
        string? redirectUri = null
    )
    {
        var (prefix, usual) = kind switch
        {
            GrantKind.Code => ("", CodeLifetime),
            GrantKind.Refresh => ("pinr_", RefreshLifetime),
            GrantKind.Client => ("pinc_", AccessLifetime),
            _ => ("pina_", AccessLifetime),
        };
        var grant = new Grant
        {
            Id = prefix + Secret(),
            Order = 0,
            Kind = kind,
            UserId = userId,
            Scopes = scopes,
            ExpiresAt = Now + (lifetime ?? usual),
            SignIn = signIn ?? Secret(),
            RedirectUri = redirectUri,
        };
        lock (_gate)
        {
            Put(grant);
        }

        return grant;
    }

    /// <summary>Uses a code or refresh token, which is possible once.</summary>
    /// <param name="token">The code or token.</param>
    /// <param name="kind">The kind that it must have.</param>
    /// <param name="check">Throws when the grant does not allow the request. The code or token can then still be
    /// used.</param>
    /// <exception cref="SandboxError">The code or token is unknown, expired, or was used before.</exception>
    public Grant Use(string token, GrantKind kind, Action<Grant> check)
    {
        var name = kind is GrantKind.Code ? "authorization code" : "refresh token";
        lock (_gate)
        {
            if (!_grants.TryGetValue(token, out var grant) || grant.Kind != kind)
            {
                throw SandboxError.BadGrant($"The {name} is unknown or was revoked.");
            }

            if (grant.IsUsed)
            {
                // A code that is used twice may be stolen, so the tokens that it gave end as well (RFC 6749, 4.1.2).
                if (kind is GrantKind.Code)
                {
                    End(grant.SignIn);
                }

                throw SandboxError.BadGrant($"The {name} was used before.");
            }

            if (grant.ExpiresAt <= Now)
            {
                throw SandboxError.BadGrant($"The {name} has expired.");
            }

            check(grant);
            Put(grant with { IsUsed = true });
            return grant;
        }
    }

    /// <summary>Revokes a token. A refresh token takes all tokens of its sign-in along.</summary>
    public void Revoke(string token)
    {
        lock (_gate)
        {
            if (!_grants.TryGetValue(token, out var grant))
            {
                return;
            }

            if (grant.Kind is GrantKind.Refresh)
            {
                End(grant.SignIn);
            }
            else
            {
                Drop(grant);
            }
        }
    }

    private void End(string signIn)
    {
        foreach (
            var grant in _grants
                .Values.Where(grant => grant.SignIn == signIn && grant.Kind is not GrantKind.Code)
                .ToList()
        )
        {
            Drop(grant);
        }
    }

    private void Put(Grant grant)
    {
        _journal.Put(grant);
        _grants[grant.Id] = grant;
    }

    private void Drop(Grant grant)
    {
        _journal.Remove(grant);
        _grants.Remove(grant.Id);
    }

    private static SandboxApp NewApp(IStateJournal journal)
    {
        var app = new SandboxApp("1000001", Secret());
        journal.Put(app);
        return app;
    }

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
