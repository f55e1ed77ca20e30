using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.SignIn;

/// <summary>Reads which agent calls from a JWT of an OAuth issuer.</summary>
public sealed class AgentTokens : IDisposable
{
    private const int LongestToken = 16 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);
    private static readonly string[] UsualClaims = ["client_id", "azp", "sub"];
    private static readonly string[] Types = ["JWT", "at+jwt", "application/at+jwt"];

    // Signatures of a private key only: what checks a MAC could also make it.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler _handler = new()
    {
        MapInboundClaims = false,
        MaximumTokenSizeInBytes = LongestToken,
    };
    private readonly IssuerOptions _options;
    private readonly TimeProvider _time;
    private readonly IssuerKeys _keys;

    /// <summary>Makes the reader. Nothing is fetched yet.</summary>
    /// <param name="options">The issuer.</param>
    /// <param name="time">The clock, or null for that of the system.</param>
    public AgentTokens(IssuerOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _time = time ?? TimeProvider.System;
        _keys = new IssuerKeys(options.Authority, _time);
    }

    /// <summary>Reads a token.</summary>
    /// <param name="token">What was sent.</param>
    /// <param name="resource">The address that the token must be made for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<TokenReading> ReadAsync(string token, string resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Length > LongestToken || !_handler.CanReadToken(token))
        {
            return Invalid("It is neither a key of an agent nor a JWT.");
        }

        try
        {
            var result = await ValidateAsync(token, resource, cancellationToken).ConfigureAwait(false);
            if (!result.IsValid)
            {
                return Invalid(ReasonOf(result.Exception, resource));
            }

            // RFC 7515: what a token calls critical, and is not understood here, makes it invalid.
            return result.SecurityToken is JsonWebToken jwt && jwt.TryGetHeaderValue<object>("crit", out _)
                ? Invalid("It has critical header members (crit), and none are understood here.")
                : Read(result.ClaimsIdentity);
        }
        catch (IssuerAwayException error)
        {
            return TokenReading.Refused(TokenRefusal.IssuerAway, error.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _keys.Dispose();

    private async Task<TokenValidationResult> ValidateAsync(
        string token,
        string resource,
        CancellationToken cancellationToken
    )
    {
        var issuer = await _keys.GetAsync(cancellationToken).ConfigureAwait(false);
        var result = await _handler.ValidateTokenAsync(token, Rules(issuer, resource)).ConfigureAwait(false);
        if (result.Exception is not SecurityTokenInvalidSignatureException)
        {
            return result;
        }

        // The issuer may sign with a new key by now.
        return await _keys.RefreshAsync(issuer, cancellationToken).ConfigureAwait(false) is { } newer
            ? await _handler.ValidateTokenAsync(token, Rules(newer, resource)).ConfigureAwait(false)
            : result;
    }

    private TokenValidationParameters Rules(OpenIdConnectConfiguration issuer, string resource) =>
        new()
        {
            ValidIssuer = issuer.Issuer,
            IssuerSigningKeys = issuer.SigningKeys,
            ValidAlgorithms = Algorithms,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            RequireAudience = true,
            AudienceValidator = (audiences, _, _) => audiences.Any(one => IssuerMetadata.IsSame(one, resource)),
            LifetimeValidator = (from, until, _, _) => Holds(from, until),

            // A token of another use, such as a logout token, has another type.
            TypeValidator = (type, _, _) =>
                string.IsNullOrEmpty(type) || Types.Contains(type, StringComparer.OrdinalIgnoreCase)
                    ? type ?? ""
                    : throw new SecurityTokenInvalidTypeException(),
        };

    private bool Holds(DateTime? from, DateTime? until)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + Skew && (from is not { } start || start - Skew <= now);
    }

    private TokenReading Read(ClaimsIdentity token)
    {
        // It is worth something only together with a proof of a key, which is not asked for here.
        if (token.HasClaim(claim => claim.Type == "cnf"))
        {
            return Invalid("It is bound to a key (cnf). Only bearer tokens are accepted here.");
        }

        var names = _options.AgentClaim is { } claim ? [claim] : UsualClaims;
        var values = names.Select(name => token.FindAll(name).ToList()).FirstOrDefault(found => found.Count > 0);
        if (values is not [{ Value: var agent }] || GrantValues.ProblemOfAgent(agent) is not null)
        {
            return Invalid($"It names no agent: none of {string.Join(", ", names)} has a name that a grant can have.");
        }

        var scopes = token.Claims.Where(one => one.Type is "scope" or "scp").SelectMany(one => one.Value.Split(' '));
        return _options.Scopes.Except(scopes, StringComparer.Ordinal).Any()
            ? TokenReading.Refused(
                TokenRefusal.ScopeMissing,
                $"The token lacks a scope. Needed: {string.Join(' ', _options.Scopes)}."
            )
            : TokenReading.Of(agent);
    }

    private static TokenReading Invalid(string reason) =>
        TokenReading.Refused(TokenRefusal.Invalid, $"The token cannot be used. {reason}");

    // The library's own messages repeat parts of the token.
    private static string ReasonOf(Exception? error, string resource) =>
        error switch
        {
            SecurityTokenInvalidLifetimeException or SecurityTokenNoExpirationException =>
                "It has expired, does not hold yet, or names no end.",
            SecurityTokenInvalidAudienceException => $"It was not made for {resource}.",
            SecurityTokenInvalidIssuerException => "It is of another issuer.",
            SecurityTokenInvalidTypeException => "It is of a type that is no access token.",
            SecurityTokenInvalidAlgorithmException => "Its signature is of an algorithm that is not accepted.",
            SecurityTokenSignatureKeyNotFoundException => "It is signed with a key that the issuer does not publish.",
            _ => "Its signature is missing or wrong, or it cannot be read.",
        };
}
