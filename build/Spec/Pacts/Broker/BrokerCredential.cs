using System.Net.Http.Headers;
using System.Text;

namespace Pinterest.OpenApi.Spec.Pacts.Broker;

/// <summary>
/// The credential for a broker, read from environment variables: arguments are seen by every process of a machine. It
/// never prints.
/// </summary>
internal sealed class BrokerCredential
{
    /// <summary>The variable that holds a bearer token, unless another is named.</summary>
    public const string TokenVariable = "PACT_BROKER_TOKEN";

    /// <summary>The variable that holds the name of a user.</summary>
    public const string UserVariable = "PACT_BROKER_USERNAME";

    /// <summary>The variable that holds the password of a user.</summary>
    public const string PasswordVariable = "PACT_BROKER_PASSWORD";

    private BrokerCredential(AuthenticationHeaderValue? header) => Header = header;

    /// <summary>Gets the header, or null for a broker that asks for none.</summary>
    public AuthenticationHeaderValue? Header { get; }

    /// <summary>Reads the credential: a token, or else a user with a password, or else none.</summary>
    /// <param name="tokenVariable">The variable that must hold the token, or null for the usual one, which may be
    /// empty.</param>
    /// <param name="read">Reads an environment variable.</param>
    /// <exception cref="SpecException">The named variable is empty, a user has no password, or the token cannot stand in
    /// a header.</exception>
    public static BrokerCredential Read(string? tokenVariable, Func<string, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (read(tokenVariable ?? TokenVariable) is { Length: > 0 } token)
        {
            return new BrokerCredential(Bearer(token.Trim(), tokenVariable ?? TokenVariable));
        }

        if (tokenVariable is not null)
        {
            throw new SpecException(
                "--broker-token-env",
                $"The environment variable {tokenVariable} is empty.",
                "Put the token of the broker into it."
            );
        }

        return read(UserVariable) is { Length: > 0 } user
            ? new BrokerCredential(Basic(user, read(PasswordVariable)))
            : new BrokerCredential(null);
    }

    /// <inheritdoc/>
    public override string ToString() => Header is null ? "no credential" : $"a {Header.Scheme} credential";

    private static AuthenticationHeaderValue Bearer(string token, string variable) =>
        token.All(character => character is > ' ' and < '\u007f')
            ? new AuthenticationHeaderValue("Bearer", token)
            : throw new SpecException(
                variable,
                "The token holds a character that no header can hold.",
                "Copy the token again."
            );

    private static AuthenticationHeaderValue Basic(string user, string? password) =>
        password is { Length: > 0 }
            ? new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))
            )
            : throw new SpecException(
                PasswordVariable,
                $"{UserVariable} names a user, and the environment variable {PasswordVariable} is empty.",
                "Set both, or neither."
            );
}
