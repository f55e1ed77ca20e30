using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Pinterest.OpenApi.Spec.Schemas.Validation;

/// <summary>
/// The formats of texts that are validated: those of JSON Schema 2020-12 and <c>byte</c> of OpenAPI 3.0. Other formats
/// limit nothing.
/// </summary>
internal static partial class TextFormats
{
    private const RegexOptions Linear =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int LongestHost = 253;
    private const int LeapSecond = 60;

    private static readonly Dictionary<string, (Func<string, bool> Fits, string Wanted)> Known = new(
        StringComparer.Ordinal
    )
    {
        ["date"] = (IsDay, "must be a day, as yyyy-MM-dd"),
        ["date-time"] = (IsMoment, "must be a time with its offset, as RFC 3339 writes it"),
        ["time"] = (text => IsTime(Time().Match(text)), "must be a time of day with its offset, as RFC 3339 writes it"),
        ["duration"] = (Duration().IsMatch, "must be a duration, as ISO 8601 writes it"),
        ["uuid"] = (Uuid().IsMatch, "must be a UUID"),
        ["email"] = (Email().IsMatch, "must be an email address"),
        ["idn-email"] = (Email().IsMatch, "must be an email address"),
        ["hostname"] = (IsHost, "must be the name of a host"),
        ["ipv4"] = (IsAddress4, "must be an IPv4 address"),
        ["ipv6"] = (IsAddress6, "must be an IPv6 address"),
        ["uri"] = (AbsoluteUri().IsMatch, "must be a URI with its scheme"),
        ["uri-reference"] = (RelativeUri().IsMatch, "must be a URI, absolute or relative"),
        ["iri"] = (AbsoluteIri().IsMatch, "must be an IRI with its scheme"),
        ["json-pointer"] = (Pointer().IsMatch, "must be a JSON pointer"),
        ["regex"] = (IsPattern, "must be a regular expression"),
        ["byte"] = (IsBase64, "must be base64"),
        ["base64url"] = (Base64Url().IsMatch, "must be base64url"),
    };

    /// <summary>Tells whether a text is a time without its offset. Example: 2024-01-01T20:20:00.</summary>
    public static bool IsLocalTime(string format, string text) => format == "date-time" && IsMoment(text + "Z");

    /// <summary>Says what is wrong with a text, or null.</summary>
    public static string? Problem(string format, string text) =>
        Known.TryGetValue(format, out var known) && !known.Fits(text) ? known.Wanted : null;

    private static bool IsDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsMoment(string text) =>
        text.Length > 10 && text[10] is 'T' or 't' or ' ' && IsDay(text[..10]) && IsTime(Time().Match(text[11..]));

    private static bool IsTime(Match match) =>
        match.Success
        && Number(match, "hour") < 24
        && Number(match, "minute") < 60
        && Number(match, "second") <= LeapSecond
        && Number(match, "offsetHour") < 24
        && Number(match, "offsetMinute") < 60;

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    private static bool IsHost(string text) => text.Length <= LongestHost && Host().IsMatch(text);

    private static bool IsAddress4(string text) =>
        Quad().IsMatch(text) && text.Split('.').All(part => byte.TryParse(part, CultureInfo.InvariantCulture, out _));

    private static bool IsAddress6(string text) =>
        !text.Contains('%', StringComparison.Ordinal)
        && !text.Contains('[', StringComparison.Ordinal)
        && IPAddress.TryParse(text, out var address)
        && address.AddressFamily is AddressFamily.InterNetworkV6;

    // Line breaks are allowed, as in MIME.
    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);

    private static bool IsPattern(string text)
    {
        try
        {
            _ = new Regex(text, RegexOptions.None, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(
        @"\A(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)(\.\d+)?([Zz]|[+-](?<offsetHour>\d\d):(?<offsetMinute>\d\d))\z",
        Linear
    )]
    private static partial Regex Time();

    [GeneratedRegex(
        @"\AP(\d+W|(\d+Y(\d+M(\d+D)?)?|\d+M(\d+D)?|\d+D)(T(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S))?"
            + @"|T(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S))\z",
        Linear
    )]
    private static partial Regex Duration();

    [GeneratedRegex(@"\A[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\z", Linear)]
    private static partial Regex Uuid();

    [GeneratedRegex(@"\A(""[^""]+""|[^@\s<>(),;:""]+)@[^@\s<>(),;""]+\z", Linear)]
    private static partial Regex Email();

    [GeneratedRegex(
        @"\A[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z",
        Linear
    )]
    private static partial Regex Host();

    [GeneratedRegex(@"\A(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}\z", Linear)]
    private static partial Regex Quad();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9+.-]*:([A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*\z", Linear)]
    private static partial Regex AbsoluteUri();

    [GeneratedRegex(@"\A([A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*\z", Linear)]
    private static partial Regex RelativeUri();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9+.-]*:[^\s<>""{}|\\^`]*\z", Linear)]
    private static partial Regex AbsoluteIri();

    [GeneratedRegex(@"\A(/([^~/]|~[01])*)*\z", Linear)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]*={0,2}\z", Linear)]
    private static partial Regex Base64Url();
}
