using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pinterest.OpenApi;

/// <summary>
/// Hashes personal data for conversion events and customer lists. Each value is normalised to Pinterest's form. The
/// result is its SHA-256 as 64 lower-case hexadecimal digits. A value that is already such a hash stays unchanged. The
/// exceptions never quote the value.
/// </summary>
public static class PinterestHash
{
    private const int HashLength = 64;
    private const int CountryLength = 2;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Hashes an email address: trimmed and in lower case.</summary>
    /// <param name="email">The address, or its hash.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="ArgumentException">The value is empty, or has no @.</exception>
    public static string Email(string email) =>
        Hash(email, nameof(email), text => text.Contains('@', StringComparison.Ordinal) ? Lower(text) : "");

    /// <summary>
    /// Hashes a phone number: only its digits, with the country code and without leading zeros. Example:
    /// <c>+44 (0)20 7946 0000</c> becomes 442079460000.
    /// </summary>
    /// <param name="phone">The number, or its hash. A number that begins with + or 00 has its country code.</param>
    /// <param name="countryCode">The country code for a number without one, for example 44. When it is null, the number
    /// must have one.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="ArgumentException">The value has no digits.</exception>
    public static string Phone(string phone, string? countryCode = null) =>
        Hash(phone, nameof(phone), text => PhoneDigits(text, countryCode));

    /// <summary>Hashes a first or last name: trimmed and in lower case.</summary>
    /// <param name="name">The name, or its hash.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public static string Name(string name) => Hash(name, nameof(name), Lower);

    /// <summary>Hashes a city: in lower case, without spaces and punctuation. Example: <c>St. Gallen</c> becomes
    /// stgallen.</summary>
    /// <param name="city">The city, or its hash.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="ArgumentException">The value has no letters.</exception>
    public static string City(string city) =>
        Hash(city, nameof(city), text => Lower(Keep(text, rune => Rune.IsLetterOrDigit(rune) || IsMark(rune))));

    /// <summary>Hashes a state or region: trimmed and in lower case. Pinterest expects its code of two letters.</summary>
    /// <param name="state">The code, or its hash.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public static string State(string state) => Hash(state, nameof(state), Lower);

    /// <summary>Hashes a postal code: only its digits.</summary>
    /// <param name="zip">The postal code, or its hash.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="ArgumentException">The value has no digits.</exception>
    public static string Zip(string zip) => Hash(zip, nameof(zip), Digits);

    /// <summary>Hashes a country: its ISO 3166 code of two letters, in lower case.</summary>
    /// <param name="country">The code, for example DE, or its hash.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="ArgumentException">The value is no code of two letters.</exception>
    public static string Country(string country) =>
        Hash(
            country,
            nameof(country),
            text => text.Length == CountryLength && text.All(char.IsAsciiLetter) ? Lower(text) : ""
        );

    /// <summary>Hashes a gender: f, m, or n for non-binary.</summary>
    /// <param name="gender">The letter, or its hash. The words female, male and non-binary are accepted too.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="ArgumentException">The value is none of these.</exception>
    public static string Gender(string gender) =>
        Hash(
            gender,
            nameof(gender),
            text =>
                Lower(text) switch
                {
                    "f" or "female" => "f",
                    "m" or "male" => "m",
                    "n" or "non-binary" or "nonbinary" => "n",
                    _ => "",
                }
        );

    /// <summary>Hashes a date of birth: year, month and day as eight digits. Example: 19901231.</summary>
    /// <param name="day">The date of birth.</param>
    /// <returns>The hash.</returns>
    public static string DateOfBirth(DateOnly day) => Sha256(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    /// <summary>Hashes an id of your own for a user: trimmed. Upper and lower case stay different.</summary>
    /// <param name="id">The id, or its hash.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public static string ExternalId(string id) => Hash(id, nameof(id), text => text);

    /// <summary>Hashes a mobile advertising id (GAID or IDFA): trimmed and in lower case.</summary>
    /// <param name="id">The id, or its hash.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public static string AdvertisingId(string id) => Hash(id, nameof(id), Lower);

    /// <summary>Decides whether a text has the form of a SHA-256: 64 hexadecimal digits.</summary>
    /// <param name="value">The text.</param>
    /// <returns>Whether it has.</returns>
    public static bool IsHash(string? value) =>
        value is { Length: HashLength } && !value.AsSpan().ContainsAnyExcept(Hexadecimal);

    private static string Hash(string value, string parameter, Func<string, string> normalise)
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        var text = value.Trim();
        if (IsHash(text))
        {
            return Lower(text);
        }

        var normal = normalise(text);
        return normal.Length > 0
            ? Sha256(normal)
            : throw new ArgumentException(
                "The value is empty or malformed. It is personal data, so it is not shown.",
                parameter
            );
    }

    private static string PhoneDigits(string text, string? countryCode)
    {
        // The zero in (0) is dialled within the country only.
        var number = text.Replace("(0)", "", StringComparison.Ordinal);
        var digits = Digits(number).TrimStart('0');
        var hasCode = number.StartsWith('+') || number.StartsWith("00", StringComparison.Ordinal);
        return hasCode || countryCode is null || digits.Length == 0
            ? digits
            : Digits(countryCode).TrimStart('0') + digits;
    }

    // Digits of other scripts count by their value, so that everybody's number has the same hash.
    private static string Digits(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsDigit(rune))
            {
                digits.Append((int)Rune.GetNumericValue(rune));
            }
        }

        return digits.ToString();
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Keep(string text, Func<Rune, bool> isKept)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (isKept(rune))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString();
    }

    private static string Lower(string text) => text.ToLowerInvariant();

    private static string Sha256(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
