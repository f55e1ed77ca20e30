using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Mcp.Approvals;

/// <summary>
/// Makes the state that a client gives back with its user's answer, where a grant says <c>confirmBy: client</c>. The
/// state is bound to approval, agent, account, arguments and end by a MAC, so that no client can make one up. It proves
/// that this server asked; it does not prove that a person answered.
/// </summary>
/// <param name="store">The store that holds the key: 32 random bytes, made at the first use.</param>
public sealed class ClientConfirmation(AuditStore store)
{
    private const string KeyName = "confirmation-key";
    private const int KeyLength = 32;
    private const int LongestState = 200;
    private byte[]? _key;

    /// <summary>Makes the state of a question.</summary>
    /// <exception cref="Audit.AuditStoreException">The key cannot be read or stored.</exception>
    public async Task<string> MakeAsync(Approval approval, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(approval);
        var key = await KeyAsync(cancellationToken).ConfigureAwait(false);
        var end = approval.EndsAt.ToUnixTimeMilliseconds();
        var mac = Mac(key, approval.Id, end, approval.Agent, approval.Account, approval.Hash);
        return string.Create(CultureInfo.InvariantCulture, $"{approval.Id}.{end}.{mac}");
    }

    /// <summary>
    /// Checks a state that a client sent. The caller then says yes to the approval and uses it, which works once.
    /// </summary>
    /// <param name="state">What the client sent.</param>
    /// <param name="agent">The agent that calls.</param>
    /// <param name="account">The account that the call is made for.</param>
    /// <param name="hash">The hash of tool and arguments of this call.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The id of the approval, or null when the state is forged, ended, or of another call.</returns>
    /// <exception cref="Audit.AuditStoreException">The key cannot be read or stored.</exception>
    public async Task<string?> CheckAsync(
        string? state,
        string agent,
        string account,
        string hash,
        CancellationToken cancellationToken
    )
    {
        if (
            state is null
            || state.Length > LongestState
            || state.Split('.') is not [var id, var end, var mac]
            || !long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var ends)
        )
        {
            return null;
        }

        var key = await KeyAsync(cancellationToken).ConfigureAwait(false);
        var expected = Mac(key, id, ends, agent, account, hash);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(mac)))
        {
            return null;
        }

        var now = await store
            .ReadAsync(transaction => transaction.NowMilliseconds, cancellationToken)
            .ConfigureAwait(false);
        return now < ends ? id : null;
    }

    // Each part has its length before it, so that no two lists of parts have the same bytes.
    private static string Mac(byte[] key, string id, long end, params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{id.Length}:{id}{end}:");
        foreach (var part in parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");
        }

        return Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text.ToString())));
    }

    private async Task<byte[]> KeyAsync(CancellationToken cancellationToken) =>
        _key ??= await store
            .WriteAsync(
                transaction =>
                {
                    transaction.Execute(
                        "INSERT INTO meta (name, value) VALUES (@name, @value) ON CONFLICT DO NOTHING",
                        ("@name", KeyName),
                        ("@value", RandomNumberGenerator.GetBytes(KeyLength))
                    );
                    using var command = transaction.Command(
                        "SELECT value FROM meta WHERE name = @name",
                        ("@name", KeyName)
                    );
                    return (byte[])command.ExecuteScalar()!;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
}
