using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Storage;
using Pinterest.OpenApi.Unit.Mcp.Support;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Storage;

/// <summary>A full disk stops calls, and takes nothing that was written.</summary>
public sealed class FullDiskTests
{
    [SmallDiskFact]
    public async Task A_full_disk_is_told_and_what_was_written_stays()
    {
        using var disk = new SmallDisk(512);
        using var store = new AgentStore(Path.Combine(disk, "agents.db"));
        var log = new SqliteAuditLog(store);
        AuditStoreException? failure = null;
        var written = 0;
        while (failure is null)
        {
            try
            {
                await log.WriteAsync(StoredLog.Intent(call: $"c{written}"), default);
                written++;
            }
            catch (AuditStoreException error)
            {
                failure = error;
            }
        }

        Assert.Contains("space", failure.Message);
        var kept = await log.QueryAsync(new AuditFilter { Limit = AuditFilter.MaxLimit, EveryEntry = true }, default);
        Assert.Equal(written, kept.Count);
    }

    [SmallDiskFact]
    public async Task A_disk_that_is_full_from_the_start_is_told_and_works_once_there_is_room()
    {
        using var disk = new SmallDisk(512);
        disk.Fill();
        using var store = new AgentStore(Path.Combine(disk, "agents.db"));
        var log = new SqliteAuditLog(store);

        var failure = await Assert.ThrowsAsync<AuditStoreException>(() => log.WriteAsync(StoredLog.Intent(), default));
        Assert.Contains("space", failure.Message);

        disk.Free();
        Assert.Equal(1, (await log.WriteAsync(StoredLog.Intent(), default)).Number);
    }
}
