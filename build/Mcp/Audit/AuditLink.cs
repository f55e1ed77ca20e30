using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>A place in the chain of entries: a number and the hash of its entry.</summary>
/// <param name="Number">The number; 0 before the first entry.</param>
/// <param name="Hash">64 hexadecimal digits.</param>
public sealed record AuditLink(long Number, string Hash)
{
    /// <summary>What the first entry follows: number 0, and 64 zeros.</summary>
    public static readonly AuditLink Start = new(0, new string('0', 64));

    internal static AuditLink Last(StoreTransaction transaction) =>
        Find(transaction, "ORDER BY number DESC LIMIT 1") ?? Start;

    internal static AuditLink? At(StoreTransaction transaction, long number) =>
        number == 0 ? Start : Find(transaction, "WHERE number = @number", ("@number", number));

    private static AuditLink? Find(
        StoreTransaction transaction,
        string where,
        params ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        var command = transaction.Keep($"SELECT number, hash FROM audit {where}", values);
        using var reader = command.ExecuteReader();
        return reader.Read() ? new AuditLink(reader.GetInt64(0), reader.GetString(1)) : null;
    }
}
