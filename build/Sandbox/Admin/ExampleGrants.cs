using Pinterest.OpenApi.Sandbox.OAuth;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>Makes the codes and tokens that a provider state names.</summary>
internal sealed class ExampleGrants(TokenTable tokens, Users users, ServedDescription description)
{
    /// <summary>Adds a code or token that is valid for 30 days.</summary>
    /// <param name="parameters">The parameters of the state.</param>
    /// <param name="name">The parameter that has the code or token.</param>
    /// <param name="kind">The kind of it.</param>
    public void Add(StateParameters parameters, string name, GrantKind kind)
    {
        var token = parameters.Required(name);
        var scopes = parameters.Text("scope") is { } scope
            ? OAuthOperations.ReadScopes(scope, description.Scopes)
            : description.Scopes;
        tokens.Apply(
            new Grant
            {
                Id = token,
                Order = 0,
                Kind = kind,
                UserId = users.DefaultId,
                Scopes = scopes,
                ExpiresAt = tokens.Now + TokenTable.AccessLifetime,
                SignIn = token,
                RedirectUri = parameters.Text("redirect_uri"),
            }
        );
    }
}
