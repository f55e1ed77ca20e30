using System.Net.Http.Headers;

namespace Pinterest.OpenApi;

/// <summary>
/// Gives the call its Authorization header. When Pinterest rejects the token, the credential renews it and the call
/// is sent once more.
/// </summary>
internal sealed class AuthenticationStage(CallStage next) : CallStage
{
    /// <summary>Gets what gives and renews tokens, or null when calls are sent without one.</summary>
    public required PinterestCredential? Credential { get; init; }

    /// <summary>Gets the app, for operations that are called with its id and secret.</summary>
    public required PinterestApp? App { get; init; }

    /// <summary>Gets the token for conversion events, or null when they are sent with the credential's token.</summary>
    public required string? ConversionToken { get; init; }

    /// <summary>
    /// Gets whether a call fails before it is sent when the known scopes of the token do not allow it.
    /// </summary>
    public required bool ChecksScopes { get; init; }

    public override Task<BufferedResponse> SendAsync(PinterestRequest request, CancellationToken cancellationToken)
    {
        request.Authorization = OperationAuthorizer.TryWithoutCredential(request.Operation, ConversionToken, App);
        return request.Authorization is null && Credential is not null
            ? SendWithTokenAsync(Credential, request, cancellationToken)
            : next.SendAsync(request, cancellationToken);
    }

    private async Task<BufferedResponse> SendWithTokenAsync(
        PinterestCredential credential,
        PinterestRequest request,
        CancellationToken cancellationToken
    )
    {
        var token = await GetTokenAsync(credential, cancellationToken).ConfigureAwait(false);
        try
        {
            request.Authorization = Authorize(request, credential.Kind, token);
            return await next.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (PinterestAuthenticationFailedException error)
            when (error.Kind is PinterestErrorKind.Authentication && !request.WasRenewed)
        {
            // A call that was rejected for its token did nothing, so even a creation can be sent again, once.
            if (await RenewAsync(credential, token, cancellationToken).ConfigureAwait(false) is not { } renewed)
            {
                throw;
            }

            // Set only now: after a failed renewal the next attempt may renew again, and the error of the renewal
            // is the one that counts.
            request.WasRenewed = true;
            request.Authorization = Authorize(request, credential.Kind, renewed);
            return await next.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
    }

    // Calls that wait for the same renewal get the same exception, so each takes its own.
    private static async ValueTask<PinterestToken> GetTokenAsync(
        PinterestCredential credential,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await credential.GetTokenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PinterestException error)
        {
            throw error.ForOneCall();
        }
    }

    private static async ValueTask<PinterestToken?> RenewAsync(
        PinterestCredential credential,
        PinterestToken rejected,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await credential.RenewAsync(rejected, cancellationToken).ConfigureAwait(false);
        }
        catch (PinterestException error)
        {
            throw error.ForOneCall();
        }
    }

    private AuthenticationHeaderValue Authorize(PinterestRequest request, TokenKind kind, PinterestToken token)
    {
        if (ChecksScopes)
        {
            OperationAuthorizer.Check(request.Operation, kind, token);
        }

        if (SecretText.IsMalformed(token.AccessToken))
        {
            throw new InvalidOperationException(
                "The credential returned an access token that is empty or contains an invalid character, such as a "
                    + "line break. Correct the source of the token."
            );
        }

        return new AuthenticationHeaderValue("Bearer", token.AccessToken);
    }
}
