using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Small questions to JSON of which nothing is known.</summary>
internal static class JsonAccess
{
    /// <summary>Gives a member, or null when there is none or the token is not an object.</summary>
    public static JToken? Member(this JToken? token, string name) => (token as JObject)?[name];

    /// <summary>Gives the text of a string, or null when the token is anything else.</summary>
    public static string? Text(this JToken? token) => token is JValue { Value: string text } ? text : null;

    /// <summary>Gives a whole number that an int can hold, or null when the token is anything else.</summary>
    public static int? WholeNumber(this JToken? token) =>
        token is JValue { Value: long number and >= int.MinValue and <= int.MaxValue } ? (int)number : null;

    /// <summary>Tells whether a token is the JSON value true.</summary>
    public static bool IsTrue(this JToken? token) => token is JValue { Value: true };

    /// <summary>Tells whether a token is the JSON value false.</summary>
    public static bool IsFalse(this JToken? token) => token is JValue { Value: false };

    /// <summary>
    /// Gives the text of a string, and the JSON of any other token: <c>"a"</c> gives a, <c>[1]</c> gives [1].
    /// </summary>
    public static string PlainText(this JToken token) =>
        token is JValue { Value: string text } ? text : token.ToString(Formatting.None);

    /// <summary>
    /// Tells whether two tokens are the same JSON. Newtonsoft takes doubles for equal that are near each other, so a
    /// token with one is taken for another. Example: 1e-30 and 2e-30.
    /// </summary>
    public static bool IsSameAs(this JToken token, JToken other) =>
        JToken.DeepEquals(token, other)
        && !(token is JContainer container ? container.Descendants().Any(IsDouble) : IsDouble(token));

    private static bool IsDouble(JToken token) => token is JValue { Value: double };

    /// <summary>
    /// Takes a token out of its document. A member of an object is removed with its name.
    /// Example: the value 1 of <c>{"a":1,"b":2}</c> leaves <c>{"b":2}</c>.
    /// </summary>
    public static void Detach(this JToken token)
    {
        if (token.Parent is JProperty property)
        {
            property.Remove();
        }
        else
        {
            token.Remove();
        }
    }
}
