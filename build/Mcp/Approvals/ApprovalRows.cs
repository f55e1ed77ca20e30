using System.Data.Common;
using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Mcp.Approvals;

/// <summary>Approvals as rows of their table.</summary>
internal static class ApprovalRows
{
    private const string Columns =
        "id, agent, account, tool, operation, hash, summary, picture, asked_at, ends_at, state, decided_by, decided_at";

    public static Approval? Find(
        StoreTransaction transaction,
        string where,
        params ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        using var command = transaction.Command($"SELECT {Columns} FROM approvals {where}", values);
        using var reader = command.ExecuteReader();
        return reader.Read() ? Read(reader) : null;
    }

    public static IReadOnlyList<Approval> List(
        StoreTransaction transaction,
        string where,
        params ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        using var command = transaction.Command($"SELECT {Columns} FROM approvals {where}", values);
        using var reader = command.ExecuteReader();
        var list = new List<Approval>();
        while (reader.Read())
        {
            list.Add(Read(reader));
        }

        return list;
    }

    public static void Insert(StoreTransaction transaction, Approval approval) =>
        transaction.Execute(
            """
            INSERT INTO approvals (id, agent, account, tool, operation, hash, summary, picture, asked_at, asked_clock,
                ends_at, state)
            VALUES (@id, @agent, @account, @tool, @operation, @hash, @summary, @picture, @asked, @clock, @ends, @state)
            """,
            ("@id", approval.Id),
            ("@agent", approval.Agent),
            ("@account", approval.Account),
            ("@tool", approval.Tool),
            ("@operation", approval.Operation),
            ("@hash", approval.Hash),
            ("@summary", ApprovalSummary.Write(approval.Summary)),
            ("@picture", approval.Summary.PictureBytes),
            ("@asked", approval.AskedAt.ToUnixTimeMilliseconds()),
            ("@clock", transaction.ClockMilliseconds),
            ("@ends", approval.EndsAt.ToUnixTimeMilliseconds()),
            ("@state", Word(approval.State))
        );

    // The picture is kept for the person who decides; afterwards nobody needs it.
    public static void Update(StoreTransaction transaction, Approval approval) =>
        transaction.Execute(
            "UPDATE approvals SET state = @state, decided_by = @by, decided_at = @at, picture = NULL WHERE id = @id",
            ("@state", Word(approval.State)),
            ("@by", approval.DecidedBy),
            ("@at", approval.DecidedAt?.ToUnixTimeMilliseconds()),
            ("@id", approval.Id)
        );

    private static Approval Read(DbDataReader reader) =>
        new()
        {
            Id = reader.GetString(0),
            Agent = reader.GetString(1),
            Account = reader.GetString(2),
            Tool = reader.GetString(3),
            Operation = reader.GetString(4),
            Hash = reader.GetString(5),
            Summary = ApprovalSummary.Read(reader.GetString(6), reader.GetValue(7) as byte[]),
            AskedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(8)),
            EndsAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(9)),
            State = State(reader.GetString(10)),
            DecidedBy = reader.GetValue(11) as string,
            DecidedAt = reader.GetValue(12) is long decided ? DateTimeOffset.FromUnixTimeMilliseconds(decided) : null,
        };

    private static string Word(ApprovalState state) =>
        state switch
        {
            ApprovalState.Waiting => "waiting",
            ApprovalState.Approved => "approved",
            ApprovalState.Denied => "denied",
            ApprovalState.Used => "used",
            _ => "ended",
        };

    // A state that is not known allows nothing.
    private static ApprovalState State(string word) =>
        word switch
        {
            "waiting" => ApprovalState.Waiting,
            "approved" => ApprovalState.Approved,
            "denied" => ApprovalState.Denied,
            "used" => ApprovalState.Used,
            _ => ApprovalState.Ended,
        };
}
