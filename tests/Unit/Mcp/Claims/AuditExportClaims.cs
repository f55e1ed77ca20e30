using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Claims;

/// <summary>Exports can be read, and verified, by programs that know nothing of this one.</summary>
public abstract class AuditExportClaims : IDisposable
{
    private readonly StoreWorld _log;

    private protected AuditExportClaims(StoreWorld world) => _log = world;

    public void Dispose()
    {
        _log.Dispose();
        GC.SuppressFinalize(this);
    }

    [StoreFact]
    public async Task Each_line_of_json_has_its_hash_to_be_computed_by_anybody()
    {
        await _log.WriteCallsAsync(3);
        await _log.Log.WriteAsync(StoreWorld.Intent("Küche \"1\"\\ 😀"), default);
        var lines = (await JsonAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var previous = new string('0', 64);

        Assert.Equal(7, lines.Length);
        foreach (var line in lines)
        {
            var entry = JsonNode.Parse(line)!.AsObject();
            var hash = (string)entry["hash"]!;
            Assert.Equal(previous, (string)entry["previous"]!);
            Assert.Equal(
                entry.Select(member => member.Key).Order(StringComparer.Ordinal),
                entry.Select(member => member.Key)
            );

            // The line without the two members, as jq -cS 'del(.hash,.previous)' writes it.
            var rest = line.Replace($"\"hash\":\"{hash}\",", "", StringComparison.Ordinal)
                .Replace($"\"previous\":\"{previous}\",", "", StringComparison.Ordinal);
            Assert.Equal(
                hash,
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{previous}\n{rest}")))
            );
            previous = hash;
        }
    }

    [StoreFact]
    public async Task A_line_of_json_reads_like_this()
    {
        await _log.Log.WriteAsync(StoreWorld.Outcome() with { Session = null }, default);

        var line = await JsonAsync();

        Assert.StartsWith(
            Quoted(
                "{'account':'default','agent':'blog-helper','area':'pins','at':'2026-11-26T20:59:00.000Z',"
                    + "'boards':['7','8'],'call_id':'c1','decision':'allowed','hash':'"
            ),
            line
        );
        Assert.EndsWith(
            Quoted(
                "','remaining':99,'rule':'areas.pins=full','sentence':'blog-helper put a Pin on the board \\'Kitchens\\'.',"
                    + "'stage':'outcome','tool':'pinterest_create_pin'}\n"
            ),
            line
        );
        Assert.Contains(
            Quoted(
                ",'milliseconds':12.346,'number':1,'operation':'pins/create','outcome':'done','pins':['9'],'previous':'"
            ),
            line
        );
    }

    [StoreFact]
    public async Task An_export_has_every_entry_however_many()
    {
        for (var i = 0; i < AuditFilter.MaxLimit + 10; i++)
        {
            await _log.Log.WriteAsync(StoreWorld.Intent(call: $"c{i}"), default);
        }

        Assert.Equal(AuditFilter.MaxLimit + 10, (await JsonAsync()).Count(c => c == '\n'));
    }

    [StoreTheory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("=cmd|' /C calc'!A0, \"x\"", "\"'=cmd|' /C calc'!A0, \"\"x\"\"\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("plain", "plain")]
    public async Task A_field_of_csv_is_no_formula_and_no_second_field(string agent, string field)
    {
        await _log.Log.WriteAsync(StoreWorld.Intent(agent), default);

        var lines = (await CsvAsync()).Split("\r\n");

        Assert.StartsWith("account,agent,approval_id,", lines[0]);
        Assert.EndsWith(",previous,hash", lines[0]);
        Assert.StartsWith($"default,{field},,", lines[1]);
        Assert.Equal("", lines[2]);
    }

    private static string Quoted(string text) => text.Replace('\'', '"');

    private async Task<string> JsonAsync()
    {
        using var text = new StringWriter();
        await AuditExport.WriteJsonLinesAsync(_log.Log.ExportAsync(new AuditFilter(), default), text, default);
        return text.ToString();
    }

    private async Task<string> CsvAsync()
    {
        using var text = new StringWriter();
        await AuditExport.WriteCsvAsync(_log.Log.ExportAsync(new AuditFilter(), default), text, default);
        return text.ToString();
    }
}
