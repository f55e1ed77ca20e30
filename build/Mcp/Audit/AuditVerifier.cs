using System.Globalization;
using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>Reads the chain from its start to its end, and names the first entry that is broken.</summary>
internal static class AuditVerifier
{
    private const int PageSize = 1000;

    /// <summary>Checks the log.</summary>
    /// <param name="store">Where the log is kept.</param>
    /// <param name="transaction">What reads it, begun after the head was read.</param>
    /// <param name="contradiction">What the noted head says against the log, or null.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public static AuditVerification Verify(
        AuditStore store,
        StoreTransaction transaction,
        Func<AuditLink, AuditContradiction?> contradiction,
        CancellationToken cancellationToken
    )
    {
        var last = AuditLink.Start;
        if (FirstBroken(transaction, ref last, cancellationToken) is { } broken)
        {
            return broken;
        }

        if (contradiction(last) is { } found)
        {
            return Broken(found.Problem, last, number: null, $"The log does not match its head: {found.Message}.");
        }

        return store.IsProtected(transaction)
            ? Whole(last)
            : Broken(
                AuditProblem.Unprotected,
                last,
                number: null,
                "All entries are whole, but a trigger that keeps them so was removed: somebody changed the store by hand."
            );
    }

    private static AuditVerification? FirstBroken(
        StoreTransaction transaction,
        ref AuditLink last,
        CancellationToken cancellationToken
    )
    {
        var time = long.MinValue;
        IReadOnlyList<AuditRow> page = [];
        do
        {
            page = Page(transaction, page.Count == 0 ? null : page[^1].Number);
            foreach (var row in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (ProblemOf(row, last, time) is { } problem)
                {
                    return Broken(problem.Problem, last, row.Number, problem.Message);
                }

                last = new AuditLink(row.Number, row.Hash);
                time = row.At;
            }
        } while (page.Count == PageSize);

        return null;
    }

    // A database ends a statement that takes long, so that the log is read in many short ones, from one state.
    private static List<AuditRow> Page(StoreTransaction transaction, long? after)
    {
        var where = after is null ? "" : "WHERE number > @after";
        using var command = transaction.Command(
            $"SELECT {AuditRow.Columns} FROM audit {where} ORDER BY number LIMIT {PageSize}"
        );
        if (after is { } number)
        {
            StoreTransaction.Bind(command, ("@after", number));
        }

        using var reader = command.ExecuteReader();
        var rows = new List<AuditRow>();
        while (reader.Read())
        {
            rows.Add(AuditRow.Read(reader));
        }

        return rows;
    }

    private static (AuditProblem Problem, string Message)? ProblemOf(AuditRow row, AuditLink last, long time)
    {
        var number = row.Number.ToString(CultureInfo.InvariantCulture);
        var before = last.Number.ToString(CultureInfo.InvariantCulture);
        if (row.Number != last.Number + 1)
        {
            var next = (last.Number + 1).ToString(CultureInfo.InvariantCulture);
            return (AuditProblem.Missing, $"Entry {next} is missing; the next one is entry {number}.");
        }

        if (row.Previous != last.Hash)
        {
            return (
                AuditProblem.OutOfOrder,
                $"Entry {number} does not follow entry {before}: one of them was swapped, replaced or put in."
            );
        }

        if (row.ComputeHash() != row.Hash)
        {
            return (AuditProblem.Changed, $"Entry {number} was changed after it was written.");
        }

        return row.At < time
            ? (AuditProblem.OutOfOrder, $"Entry {number} is older than entry {before}: it was put in.")
            : null;
    }

    private static AuditVerification Whole(AuditLink last) =>
        new()
        {
            Problem = AuditProblem.None,
            Message = string.Create(
                CultureInfo.InvariantCulture,
                $"{Counted(last.Number)} The last has the hash {last.Hash}."
            ),
            Entries = last.Number,
            Last = last,
        };

    private static string Counted(long entries) =>
        entries == 1
            ? "1 entry, which is whole."
            : string.Create(CultureInfo.InvariantCulture, $"{entries} entries, all whole.");

    private static AuditVerification Broken(AuditProblem problem, AuditLink last, long? number, string message) =>
        new()
        {
            Problem = problem,
            Number = number,
            Message = message,
            Entries = last.Number,
            Last = last,
        };
}
