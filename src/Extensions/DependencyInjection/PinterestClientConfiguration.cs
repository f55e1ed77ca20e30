using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Pinterest.OpenApi;

/// <summary>
/// Reads the options of a client from a section of the configuration. It reads each key by its name and without
/// reflection, so that a trimmed app keeps all that it needs. Keys that are no option are left to the app.
/// </summary>
internal sealed class PinterestClientConfiguration(IConfiguration section, PinterestClientOptionsBuilder options)
{
    private const int MostHours = 1_000_000;

    private readonly List<string> _problems = [];

    private delegate bool Parser<T>(string text, out T value);

    /// <summary>Sets the options that the section has. Example of a key: Pinterest:Retry:MaxRetries.</summary>
    /// <param name="section">The section, or the whole configuration.</param>
    /// <param name="options">The options to set.</param>
    /// <returns>What cannot be read, a sentence for each key; never a secret.</returns>
    public static IReadOnlyList<string> Read(IConfiguration section, PinterestClientOptionsBuilder options)
    {
        var reading = new PinterestClientConfiguration(section, options);
        reading.ReadAccess();
        reading.ReadLimits();
        reading.ReadRetry();
        return reading._problems;
    }

    /// <summary>Names the place of the section in the configuration.</summary>
    public static string PathOf(IConfiguration section) =>
        section is IConfigurationSection { Path: var path } ? path : "";

    /// <summary>Gets whether there is no such section, or one without keys.</summary>
    public static bool IsMissing(IConfiguration section) =>
        section is IConfigurationSection && !section.GetChildren().Any();

    private static bool TryParseAddress(string text, out Uri value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value!);

    // The parser of .NET takes a bare number, and hours beyond 23, for days. Nobody means days by "25:00:00".
    private static bool TryParseTime(string text, out TimeSpan value)
    {
        value = default;
        var parts = text.Split(':');
        if (
            parts.Length is 2 or 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
        )
        {
            var isTime = TimeSpan.TryParse(
                $"0:{text[(parts[0].Length + 1)..]}",
                CultureInfo.InvariantCulture,
                out value
            );
            isTime &= hours <= MostHours;
            value = isTime ? value + TimeSpan.FromHours(hours) : default;
            return isTime;
        }

        return parts.Length > 1 && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryParseNumber(string text, out int value) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    private static bool TryParseTier(string text, out AccessTier value) =>
        Enum.TryParse(text, ignoreCase: true, out value) && char.IsAsciiLetter(text[0]);

    private void ReadAccess()
    {
        options.BaseAddress = Value("BaseAddress", options.BaseAddress, TryParseAddress, "an address with its scheme");
        options.AccessToken = section["AccessToken"] ?? options.AccessToken;
        options.ConversionToken = section["ConversionToken"] ?? options.ConversionToken;
        options.AdAccountId = section["AdAccountId"] ?? options.AdAccountId;
        options.AccessTier = Value(
            "AccessTier",
            options.AccessTier,
            TryParseTier,
            string.Join(" or ", Enum.GetNames<AccessTier>())
        );
        options.CheckScopes = Value<bool>("CheckScopes", options.CheckScopes, bool.TryParse, "true or false");
        options.CheckMedia = Value<bool>("CheckMedia", options.CheckMedia, bool.TryParse, "true or false");

        var id = section["App:Id"];
        var secret = section["App:Secret"];
        if (id is not null || secret is not null)
        {
            options.App = new PinterestApp(id ?? options.App?.Id ?? "", secret ?? options.App?.Secret ?? "");
        }
    }

    private void ReadLimits()
    {
        options.AttemptTimeout = Time("AttemptTimeout", options.AttemptTimeout);
        options.MaxRateLimitWait = Time("MaxRateLimitWait", options.MaxRateLimitWait);
        options.MaxResponseBytes = Number("MaxResponseBytes", options.MaxResponseBytes);
        if (section["Timeout"] is not null)
        {
            var known = _problems.Count;
            var timeout = Time("Timeout", TimeSpan.Zero);
            options.Timeout = _problems.Count == known ? timeout : options.Timeout;
        }
    }

    private void ReadRetry() =>
        options.Retry = options.Retry with
        {
            MaxRetries = Number("Retry:MaxRetries", options.Retry.MaxRetries),
            BaseDelay = Time("Retry:BaseDelay", options.Retry.BaseDelay),
            MaxDelay = Time("Retry:MaxDelay", options.Retry.MaxDelay),
            ReplayCreations = Value<bool>(
                "Retry:ReplayCreations",
                options.Retry.ReplayCreations,
                bool.TryParse,
                "true or false"
            ),
        };

    private TimeSpan Time(string key, TimeSpan otherwise) =>
        Value<TimeSpan>(key, otherwise, TryParseTime, "a time such as 00:00:30 (hours, minutes, seconds)");

    private int Number(string key, int otherwise) => Value<int>(key, otherwise, TryParseNumber, "a whole number");

    // The value itself is not shown: the wrong key may hold a secret.
    private T Value<T>(string key, T otherwise, Parser<T> parser, string form)
    {
        if (section[key] is not { } text)
        {
            return otherwise;
        }

        if (parser(text, out var value))
        {
            return value;
        }

        var path = PathOf(section);
        _problems.Add($"{(path.Length == 0 ? key : ConfigurationPath.Combine(path, key))} is not {form}.");
        return otherwise;
    }
}
