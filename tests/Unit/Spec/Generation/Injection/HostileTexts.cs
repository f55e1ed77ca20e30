using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Injection;

/// <summary>
/// Texts that try to leave the literal, name or comment that they are printed into. Each carries a mark that no naming
/// rule keeps, since a rule drops underscores: a mark in an identifier came there by breaking out.
/// </summary>
internal static class HostileTexts
{
    public const string Mark = "z_q";

    private static readonly string[] Forms =
    [
        "A\"); [System.Runtime.CompilerServices.ModuleInitializer] internal static void @() { } static string @b = (\"A",
        "A\n    public static void @() { }\n    //",
        "A\u2028    public static void @() { } //",
        "A\u0085    public static void @() { } //",
        "A\\\"; public static int @ = 1; //",
        "A'; public static int @ = 1; //",
        "A</c></summary> public static int @ = 1;",
        "{{ @ }}{% assign @ = 1 %}",
        "A; } public class @ { ",
        "A`@`<see cref=\"T:System.@\"/>",
    ];

    public static int Count => Forms.Length;

    /// <summary>Makes a text; the number makes its mark unique.</summary>
    public static string Of(int form, int number) =>
        Forms[form].Replace("@", Mark + number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Lists every string value and every key of a document, by the steps that lead to it.</summary>
    public static List<HostilePlace> PlacesOf(JObject root) =>
        [
            .. root.DescendantsAndSelf()
                .OfType<JProperty>()
                .Select(property => new HostilePlace(property.Path, IsKey: true)),
            .. root.DescendantsAndSelf()
                .OfType<JValue>()
                .Where(value => value.Value is string)
                .Select(value => new HostilePlace(value.Path, IsKey: false)),
        ];
}
