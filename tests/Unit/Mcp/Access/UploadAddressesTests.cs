using Pinterest.OpenApi.Mcp.Access;

namespace Pinterest.OpenApi.Unit.Mcp.Access;

/// <summary>A program may upload to what Pinterest named for it, once for each registration, and for as long as it runs.</summary>
public sealed class UploadAddressesTests
{
    private readonly UploadAddresses _addresses = new();

    [Fact]
    public void A_program_that_runs_for_long_registers_again_and_again()
    {
        for (var number = 0; number < 1000; number++)
        {
            _addresses.Register(Address(number));
            Assert.True(_addresses.Allows(Address(number)));
            _addresses.Used(Address(number));
            Assert.False(_addresses.Allows(Address(number)));
        }
    }

    [Fact]
    public void Of_registrations_that_are_never_used_the_oldest_end()
    {
        for (var number = 0; number < 150; number++)
        {
            _addresses.Register(Address(number));
        }

        Assert.False(_addresses.Allows(Address(49)));
        Assert.True(_addresses.Allows(Address(50)));
        Assert.True(_addresses.Allows(Address(149)));
    }

    [Fact]
    public void One_address_serves_as_many_uploads_as_were_registered_for_it()
    {
        _addresses.Register(Address(1));
        _addresses.Register(Address(1));
        _addresses.Used(Address(1));
        Assert.True(_addresses.Allows(Address(1)));
        _addresses.Used(Address(1));
        Assert.False(_addresses.Allows(Address(1)));
    }

    [Fact]
    public void Another_address_is_never_allowed() => Assert.False(_addresses.Allows(Address(1)));

    private static Uri Address(int number) => new($"https://uploads.example/{number}?signature=x");
}
