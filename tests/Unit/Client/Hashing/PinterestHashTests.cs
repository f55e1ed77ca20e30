using System.Security.Cryptography;
using System.Text;

namespace Pinterest.OpenApi.Unit.Client.Hashing;

/// <summary>Personal data are brought into Pinterest's form, hashed, and never shown.</summary>
public sealed class PinterestHashTests
{
    [Fact]
    public void A_hash_is_SHA_256_in_lower_case_hexadecimal_digits()
    {
        // Of "abc", from FIPS 180-4.
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", PinterestHash.Name(" ABC "));
    }

    [Theory]
    [InlineData("email", " Ann@Example.COM\n", "ann@example.com")]
    [InlineData("phone", "+1 (555) 010-4477", "15550104477")]
    [InlineData("phone", "0049 30 1234567", "49301234567")]
    [InlineData("phone", "+44 (0)20 7946 0000", "442079460000")]
    [InlineData("phone", "1-555-0104477 ext", "15550104477")]
    [InlineData("phone", "+٤٩ ٣٠ ١", "49301")]
    [InlineData("name", " Zoë ", "zoë")]
    [InlineData("city", "St. Gallen", "stgallen")]
    [InlineData("city", "São João-da Boa", "sãojoãodaboa")]
    [InlineData("state", " CA ", "ca")]
    [InlineData("zip", "94107 ", "94107")]
    [InlineData("zip", "941-07", "94107")]
    [InlineData("country", "DE", "de")]
    [InlineData("gender", "F", "f")]
    [InlineData("gender", "Male", "m")]
    [InlineData("gender", "non-binary", "n")]
    [InlineData("external id", " Ann-7 ", "Ann-7")]
    [InlineData("advertising id", "38400000-8CF0-11BD-B23E-10B96E40000D", "38400000-8cf0-11bd-b23e-10b96e40000d")]
    public void Each_kind_of_value_is_normalised_by_its_own_rule(string kind, string value, string normal)
    {
        Assert.Equal(Sha256(normal), Of(kind)(value));
    }

    [Theory]
    [InlineData("030 1234567", "49", "49301234567")]
    [InlineData("030 1234567", "+49", "49301234567")]
    [InlineData("+49 30 1234567", "1", "49301234567")]
    [InlineData("0049 30 1234567", "1", "49301234567")]
    public void A_country_code_is_put_before_a_number_that_has_none(string phone, string code, string normal)
    {
        Assert.Equal(Sha256(normal), PinterestHash.Phone(phone, code));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_hash_stays_as_it_is_in_lower_case(string kind)
    {
        var hash = Sha256("anything");

        Assert.Equal(hash, Of(kind)(hash));
        Assert.Equal(hash, Of(kind)(" " + hash.ToUpperInvariant() + " "));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_empty_value_is_refused(string kind)
    {
        Assert.Throws<ArgumentException>(() => Of(kind)(""));
        Assert.Throws<ArgumentException>(() => Of(kind)(" \t"));
        Assert.Throws<ArgumentNullException>(() => Of(kind)(null!));
    }

    [Theory]
    [InlineData("email", "Ann Secret")]
    [InlineData("phone", "Ann Secret")]
    [InlineData("zip", "Ann Secret")]
    [InlineData("country", "Ann Secret")]
    [InlineData("gender", "Ann Secret")]
    [InlineData("city", "-!-")]
    public void A_value_of_another_form_is_refused_and_not_shown(string kind, string value)
    {
        var error = Assert.Throws<ArgumentException>(() => Of(kind)(value));

        Assert.DoesNotContain(value, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_of_birth_is_eight_digits()
    {
        Assert.Equal(Sha256("19900305"), PinterestHash.DateOfBirth(new DateOnly(1990, 3, 5)));
    }

    [Theory]
    [InlineData(63, false)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_hash_has_64_digits(int length, bool isHash)
    {
        Assert.Equal(isHash, PinterestHash.IsHash(new string('a', length)));
        Assert.False(PinterestHash.IsHash(new string('g', length)));
        Assert.False(PinterestHash.IsHash(null));
    }

    public static TheoryData<string> Kinds =>
        ["email", "phone", "name", "city", "state", "zip", "country", "gender", "external id", "advertising id"];

    private static Func<string, string> Of(string kind) =>
        kind switch
        {
            "email" => PinterestHash.Email,
            "phone" => value => PinterestHash.Phone(value),
            "name" => PinterestHash.Name,
            "city" => PinterestHash.City,
            "state" => PinterestHash.State,
            "zip" => PinterestHash.Zip,
            "country" => PinterestHash.Country,
            "gender" => PinterestHash.Gender,
            "external id" => PinterestHash.ExternalId,
            _ => PinterestHash.AdvertisingId,
        };

    // In capitals and then in small letters, because .NET 8 has the first alone.
    private static string Sha256(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();
}
