using Pinterest.OpenApi.Mcp.Hosting;

namespace Pinterest.OpenApi.Unit.Mcp.Hosting;

/// <summary>Each agent has a key of its own, of which only a hash is kept.</summary>
public sealed class AgentKeysTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-mcp-keys-");
    private readonly AgentKeys _keys;

    public AgentKeysTests() => _keys = new AgentKeys(Path.Combine(_folder.FullName, "sub", "keys.json"));

    [Fact]
    public void A_key_says_whose_it_is()
    {
        var one = _keys.Make("one");
        var two = _keys.Make("two");

        Assert.Equal("one", _keys.Find(one));
        Assert.Equal("two", _keys.Find(two));
        Assert.NotEqual(one, two);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("pmcp_")]
    [InlineData("pmcp_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("a key of another form")]
    public void Another_text_is_nobody_s_key(string? text)
    {
        _keys.Make("one");

        Assert.Null(_keys.Find(text));
        Assert.Null(_keys.Find(new string('x', 1_000_000)));
    }

    [Fact]
    public void A_new_key_ends_the_old_one_and_a_revoked_one_ends_at_once()
    {
        var old = _keys.Make("one");
        var now = _keys.Make("one");

        Assert.Null(_keys.Find(old));
        Assert.Equal("one", _keys.Find(now));
        Assert.True(_keys.Revoke("one"));
        Assert.Null(_keys.Find(now));
        Assert.False(_keys.Revoke("one"));
    }

    [Fact]
    public void The_file_has_no_key_and_is_for_its_owner_only()
    {
        var key = _keys.Make("one");
        var text = File.ReadAllText(_keys.FileName);

        Assert.DoesNotContain(key, text, StringComparison.Ordinal);
        Assert.DoesNotContain(key["pmcp_".Length..], text, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_keys.FileName));
        }
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("""{"one": 1}""")]
    [InlineData("""{"one": null}""")]
    [InlineData("""{"one": "a", "one": "b"}""")]
    public void With_a_damaged_file_no_key_is_accepted_and_the_message_says_what_to_do(string text)
    {
        var key = _keys.Make("one");
        File.WriteAllText(_keys.FileName, text);

        var error = Assert.Throws<IOException>(() => _keys.Find(key));

        Assert.Contains("No key is accepted", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.FullName, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void With_a_file_that_others_may_write_to_no_key_is_accepted_and_none_is_made(UnixFileMode more)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var key = _keys.Make("one");
        File.SetUnixFileMode(_keys.FileName, UnixFileMode.UserRead | UnixFileMode.UserWrite | more);

        var error = Assert.Throws<IOException>(() => _keys.Find(key));
        Assert.Throws<IOException>(() => _keys.Make("one"));

        Assert.Contains("chmod 600", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_file_there_is_no_key() => Assert.Null(_keys.Find("pmcp_x"));

    public void Dispose() => _folder.Delete(recursive: true);
}
