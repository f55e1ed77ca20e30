using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>Gives the client of an account. Its token stays here: no agent, tool or log ever sees it.</summary>
public interface IAccountClients
{
    /// <summary>
    /// Gets the client of an account. Each request of it passes the gate: outside of a granted call it sends nothing.
    /// </summary>
    /// <exception cref="AccessDeniedException">No such account is signed in; the message says how to sign in.</exception>
    ValueTask<IPinterestClient> GetAsync(string account, CancellationToken cancellationToken);

    /// <summary>Gets what is known of the account without a call.</summary>
    /// <exception cref="AccessDeniedException">No such account is signed in.</exception>
    ValueTask<AccountFacts> GetFactsAsync(string account, CancellationToken cancellationToken);
}
