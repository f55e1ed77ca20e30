using System.Security.Cryptography;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.OAuth;

/// <summary>The codes and tokens that were given out.</summary>
internal sealed class TokenTable(SandboxApp app, TimeProvider clock, IStateJournal journal)
{
    /// <summary>How long an access token serves.</summary>
    public static readonly TimeSpan AccessLifetime = TimeSpan.FromDays(30);

    /// <summary>How long a refresh token serves.</summary>
    public static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(60);

    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Grant> _grants = new(StringComparer.Ordinal);

    public SandboxApp App { get; } = app;

    public DateTimeOffset Now => clock.GetUtcNow();

    public void Apply(Grant grant) => _grants[grant.Id] = grant;

    public IEnumerable<Grant> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _grants.Values];
            }
        }
    }

    /// <summary>Gives the grant of an access token; null when it is unknown, revoked or expired.</summary>
    public Grant? Access(string token)
    {
        lock (_gate)
        {
            return
                _grants.TryGetValue(token, out var grant)
                && grant.Kind is GrantKind.User or GrantKind.Client or GrantKind.Conversion
                && _grants[token].ExpiresAt > Now
                ? _grants[token]
                : null;
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
        var grant = new Grant(prefix + Secret(), 0, kind, userId, scopes, Now + (lifetime ?? usual))
        {
            SignIn = signIn ?? Secret(),
            RedirectUri = redirectUri,
        };
        lock (_gate)
        {
            Put(grant);
        }

        return grant;
    }

    /// <summary>Takes a code or refresh token for its one use.</summary>
    /// <param name="token">The code or token.</param>
    /// <param name="kind">What it should be.</param>
    /// <param name="check">Throws when the request asks for what it does not allow; it then stays usable.</param>
    /// <exception cref="SandboxError">It is unknown, expired, or was used before.</exception>
    public Grant Use(string token, GrantKind kind, Action<Grant> check)
    {
        var name = kind is GrantKind.Code ? "authorization code" : "refresh token";
        lock (_gate)
        {
            if (!_grants.TryGetValue(token, out var grant) || grant.Kind != kind)
            {
                throw SandboxError.BadGrant($"The {name} is not known or was revoked.");
            }

            if (grant.IsUsed)
            {
                // Whoever holds a used code may have stolen it, so what came of it ends as well (RFC 6749, 4.1.2).
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

    /// <summary>Revokes a token, and with a refresh token everything of its sign-in.</summary>
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

    public void RevokeAll()
    {
        lock (_gate)
        {
            foreach (var grant in _grants.Values.ToList())
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
        journal.Put(grant);
        _grants[grant.Id] = grant;
    }

    private void Drop(Grant grant)
    {
        journal.Remove(grant);
        _grants.Remove(grant.Id);
    }

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
