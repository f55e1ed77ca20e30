using Microsoft.Data.Sqlite;
using Pinterest.OpenApi.Mcp.Audit;

namespace Pinterest.OpenApi.Mcp.Storage;

/// <summary>
/// Says of an error what happened, to which file, and what to do. An agent sees these texts, so they name the file but
/// not its folder.
/// </summary>
internal static class StoreErrors
{
    // The primary result codes of SQLite.
    private const int BusyCode = 5;
    private const int LockedCode = 6;
    private const int ReadOnlyCode = 8;
    private const int IoErrorCode = 10;
    private const int CorruptCode = 11;
    private const int FullCode = 13;
    private const int CannotOpenCode = 14;
    private const int ConstraintCode = 19;
    private const int NotADatabaseCode = 26;

    public static AuditStoreException Of(string path, Exception error) =>
        error switch
        {
            SqliteException { SqliteErrorCode: BusyCode or LockedCode } => Busy(path, error),
            SqliteException sqlite => Make(path, Reason(sqlite), error),
            UnauthorizedAccessException => Make(
                path,
                "may not be opened by this user. Check the owner and the mode of the file and of its folder.",
                error
            ),
            _ => Make(path, "cannot be opened. Check the disk, the folder, and their owner and mode.", error),
        };

    public static AuditStoreException Busy(string path, Exception? inner) =>
        Make(path, "is locked by another program for too long. Close the program that uses it, then try again.", inner);

    public static AuditStoreException Vanished(string path) =>
        Make(
            path,
            "was removed while it was in use. Put it back; or start the server again, which begins a new log.",
            inner: null
        );

    public static AuditStoreException Foreign(string path) =>
        Make(path, "is a database of another program. Name another file for the log.", inner: null);

    public static AuditStoreException Newer(string path) =>
        Make(path, "was written by a newer version of pinterest-mcp. Update this one.", inner: null);

    public static AuditStoreException NoWal(string path) =>
        Make(
            path,
            "is on a disk that SQLite cannot share among processes, such as a network share. Move it to a local disk.",
            inner: null
        );

    private static string Reason(SqliteException error) =>
        error.SqliteErrorCode switch
        {
            FullCode => "cannot grow: the disk is full. Free some space, then try again.",
            CorruptCode => "is damaged. Keep a copy of it, restore a backup, and check that with 'log --verify'.",
            NotADatabaseCode => "is no database, or is damaged. Keep a copy of it, and restore a backup.",
            ReadOnlyCode => "is read-only, or its folder is. Give this user the right to write to both.",
            CannotOpenCode => "cannot be opened. Its folder must exist, and this user must be able to write to it.",
            IoErrorCode => "cannot be read or written: the disk reports an error. Check the disk and its free space.",
            ConstraintCode => "refused a change: entries are only ever added, one after the other.",
            _ => $"cannot be used (SQLite error {error.SqliteErrorCode}).",
        };

    private static AuditStoreException Make(string path, string what, Exception? inner) =>
        new($"The store '{Path.GetFileName(path)}' {what}", inner);
}
