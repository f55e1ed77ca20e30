using Microsoft.Data.Sqlite;
using Pinterest.OpenApi.Unit.Mcp.Claims;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Audit;

/// <summary>Whoever changes the file by hand is found, and its triggers refuse it first.</summary>
public sealed class TamperTests : TamperClaims
{
    private protected override StoreWorld NewWorld() => new StoredLog();

    [Theory]
    [InlineData("UPDATE audit SET agent = 'x' WHERE number = 1")]
    [InlineData("DELETE FROM audit WHERE number = 1")]
    [InlineData("DELETE FROM audit")]
    [InlineData("INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE number = 1")]
    [InlineData("REPLACE INTO audit SELECT * FROM audit WHERE number = 2")]
    [InlineData(
        """
            INSERT INTO audit (number, at, call_id, stage, tool, is_creation, sentence, previous, hash)
                VALUES (9, 1, '', '', '', 0, '', '', '')
            """
    )]
    [InlineData(
        """
            INSERT INTO audit (number, at, call_id, stage, tool, is_creation, sentence, previous, hash)
                VALUES (1, 1, '', '', '', 0, '', '', '') ON CONFLICT (number) DO UPDATE SET agent = 'x'
            """
    )]
    [InlineData("UPDATE OR REPLACE audit SET number = 1 WHERE number = 2")]
    public async Task The_file_itself_refuses_every_change_of_an_entry(string sql)
    {
        using var log = new StoredLog();
        await log.WriteCallsAsync(1);

        Assert.Throws<SqliteException>(() => log.Edit(sql));

        Assert.True((await log.Log.VerifyAsync(default)).IsWhole);
    }
}
