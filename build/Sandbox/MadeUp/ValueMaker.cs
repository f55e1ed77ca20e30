using System.Globalization;
using Bogus;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Sandbox.MadeUp;

/// <summary>
/// Makes numbers and texts that a schema allows, by the format, the pattern and the name of the member.
/// </summary>
internal sealed class ValueMaker(Randomizer random, ReplyBudget budget)
{
    private const int LongestPattern = 40;
    private const int UsualDigits = 18;

    // How many characters of a pattern are read in the time of one value, and how many values its check takes.
    private const int PatternWork = 16;
    private const int CheckWork = 2000;

    // A fixed day, so that made-up times are the same from day to day.
    private static readonly DateTime Newest = new(2025, 12, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Faker _faker = new() { Random = random };

    public string Word() => _faker.Lorem.Word();

    public JValue Number(EffectiveSchema schema, string name, bool isWhole)
    {
        var low = schema.Limit("minimum", isUpper: false, "exclusiveMinimum");
        var high = schema.Limit("maximum", isUpper: true, "exclusiveMaximum");
        var least = (low?.Near ?? 0) + (low?.IsExclusive == true ? 1 : 0);
        var most = (high?.Near ?? Math.Max(least, Usual(name))) - (high?.IsExclusive == true ? 1 : 0);
        var number = least + (decimal)random.Double() * Math.Max(0, most - least);
        return isWhole
            ? new JValue((long)Math.Clamp(Math.Floor(number), long.MinValue, long.MaxValue))
            : new JValue(Math.Round(number, 4));
    }

    // The usual upper end: money in millionths, times in seconds since 1970, and everything else as counts.
    private static decimal Usual(string name)
    {
        if (name.Contains("micro", StringComparison.Ordinal))
        {
            return 250_000_000;
        }

        var isTime = Ends(name, "_time", "_at");
        return isTime ? 1_764_547_200 : 5_000;
    }

    public JValue Text(EffectiveSchema schema, string name)
    {
        var format = (string?)(schema.Keyword("format") as JValue);
        if (format == "date")
        {
            var day = Newest.AddDays(-random.Int(0, 700));
            return new JValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        if (format == "date-time")
        {
            var time = Newest.AddMinutes(-random.Int(0, 1_000_000));
            return new JValue(time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }

        if (OfFormat(format) is { } fixedText)
        {
            return new JValue(fixedText);
        }

        if ((string?)(schema.Keyword("pattern") as JValue) is { } pattern)
        {
            return new JValue(FromPattern(schema, pattern, name));
        }

        var least = ReplyBudget.Whole(schema.Limit("minLength", isUpper: false)?.Near ?? 0);
        var most = ReplyBudget.Whole(schema.Limit("maxLength", isUpper: true)?.Near ?? int.MaxValue);
        budget.Write(least);
        var text = format is "uri" or "url" ? Link() : ByName(name);
        if (text.Length > most)
        {
            text = text[..most];
        }

        return new JValue(text.Length < least ? text.PadRight(least, 'x') : text);
    }

    // A text of a format that is checked; null where the name of the property says more.
    private string? OfFormat(string? format) =>
        format switch
        {
            "uuid" => $"{Digits(8)}-{Digits(4)}-4{Digits(3)}-8{Digits(3)}-{Digits(12)}",
            "email" or "idn-email" => $"{_faker.Lorem.Word()}@example.com",
            "hostname" => $"{_faker.Lorem.Word()}.example.com",
            "ipv4" => $"192.0.2.{random.Int(1, 254)}",
            "ipv6" => $"2001:db8::{random.Int(1, 9_999)}",
            "time" => $"{random.Int(10, 23)}:{random.Int(10, 59)}:00Z",
            "duration" => $"P{random.Int(1, 30)}D",
            "iri" or "uri-reference" => Link(),
            "json-pointer" => $"/{_faker.Lorem.Word()}",
            "regex" => $"^{_faker.Lorem.Word()}$",
            "byte" or "base64url" => "cGlu",
            _ => null,
        };

    private string ByName(string name) =>
        name switch
        {
            _ when Ends(name, "url", "link") => Link(),
            _ when name == "id" || Ends(name, "_id") => Digits(UsualDigits),
            _ when Has(name, "email") => $"{_faker.Lorem.Word()}@example.com",
            _ when Has(name, "username") => _faker.Lorem.Word() + Digits(3),
            _ when Has(name, "name", "title") => Capital(_faker.Lorem.Words(2)),
            _ when Has(name, "description", "text", "message") => _faker.Lorem.Sentence(6),
            _ when Has(name, "color") => _faker.Internet.Color(),
            _ when Has(name, "country") => _faker.Address.CountryCode(),
            _ when Has(name, "currency") => "USD",
            _ when Has(name, "locale") => "en-US",
            _ when Has(name, "price") => _faker.Commerce.Price(),
            _ => _faker.Lorem.Word(),
        };

    private static bool Has(string name, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (name.Contains(part, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Ends(string name, params ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
        {
            if (name.EndsWith(end, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private string FromPattern(EffectiveSchema schema, string pattern, string name)
    {
        if (pattern is "^\\d+$" or "\\d+")
        {
            var most = schema.Limit("maxLength", isUpper: true)?.Near ?? UsualDigits;
            return Digits((int)Math.Clamp(most, 1, UsualDigits));
        }

        try
        {
            budget.Spend(pattern.Length / PatternWork);
            var text = PatternText.Make(pattern, random);
            budget.Write(text.Length);
            if (text.Length <= LongestPattern)
            {
                return text;
            }

            budget.Spend(CheckWork);
            return IsAllowed(schema, text) ? text : text[..LongestPattern];
        }
        catch (FormatException)
        {
            // A pattern that asks for too much, or has what is not known: a text by the name instead.
            return ByName(name);
        }
    }

    private static bool IsAllowed(EffectiveSchema schema, string text) =>
        SchemaValidator.Validate(schema, text, ValueDirection.Response).Count == 0;

    private string Link() => $"https://example.com/{_faker.Lorem.Slug(2)}";

    private string Digits(int count) =>
        random.Int(1, 9).ToString(CultureInfo.InvariantCulture) + random.String2(count - 1, "0123456789");

    private static string Capital(IEnumerable<string> words) =>
        string.Join(' ', words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
