using Pinterest.OpenApi.Unit.Mcp.Claims;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Audit;

/// <summary>The log in a file.</summary>
public sealed class SqliteAuditLogTests : AuditLogClaims
{
    private protected override StoreWorld NewWorld() => new StoredLog();

    [Fact]
    public async Task A_text_of_ten_megabytes_does_not_fill_the_disk()
    {
        using var log = new StoredLog();

        await log.Log.WriteAsync(StoreWorld.Intent(new string('x', 10 * 1024 * 1024)), default);

        Assert.InRange(new FileInfo(log.Path + "-wal").Length, 1, 1024 * 1024);
    }
}
