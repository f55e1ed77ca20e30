using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Finds the problems for which Pinterest would reject conversion events, before they are sent.</summary>
public static class ConversionCheck
{
    internal const string Need =
        "needs an email address (em), an advertising id (hashed_maids), or both client_ip_address and client_user_agent";

    private const int MostEvents = 1000;

    private static readonly string[] Hashed =
    [
        "em",
        "hashed_maids",
        "ph",
        "fn",
        "ln",
        "ct",
        "st",
        "zp",
        "country",
        "db",
        "ge",
        "external_id",
    ];

    /// <summary>Finds the problems of events.</summary>
    /// <typeparam name="T">The model of the request: the body of the operation events/create.</typeparam>
    /// <param name="events">The events.</param>
    /// <returns>A sentence for each problem; none when the events can be sent. The sentences number the events from 1
    /// and quote no personal data.</returns>
    public static IReadOnlyList<string> Problems<T>(T events)
        where T : PinterestModel
    {
        ArgumentNullException.ThrowIfNull(events);
        var data = JObject.Parse(PinterestJson.Serialize(events))["data"] as JArray ?? [];
        var problems = new List<string>();
        if (data.Count is 0 or > MostEvents)
        {
            problems.Add($"There are {data.Count} events; a call may have 1 to {MostEvents}.");
        }

        for (var i = 0; i < data.Count; i++)
        {
            problems.AddRange(
                ProblemsOf(data[i]["user_data"] as JObject ?? []).Select(problem => $"Event {i + 1} {problem}.")
            );
        }

        return problems;
    }

    /// <summary>Throws for events that Pinterest would reject.</summary>
    /// <typeparam name="T">The model of the request: the body of the operation events/create.</typeparam>
    /// <param name="events">The events.</param>
    /// <exception cref="ArgumentException">The events have problems. The message lists them and quotes no personal
    /// data.</exception>
    public static void Validate<T>(T events)
        where T : PinterestModel
    {
        const int Shown = 20;
        var problems = Problems(events);
        if (problems.Count == 0)
        {
            return;
        }

        var more = problems.Count > Shown ? $" Not shown: {problems.Count - Shown} more." : "";
        throw new ArgumentException(string.Join(' ', problems.Take(Shown)) + more, nameof(events));
    }

    internal static bool IsSufficient(JObject user) =>
        HasAny(user["em"])
        || HasAny(user["hashed_maids"])
        || (HasText(user["client_ip_address"]) && HasText(user["client_user_agent"]));

    private static IEnumerable<string> ProblemsOf(JObject user)
    {
        if (!IsSufficient(user))
        {
            yield return Need;
        }

        foreach (var member in Hashed)
        {
            if (user[member] is JArray values && values.Any(value => !IsHash(value)))
            {
                yield return $"has a value in {member} that is not a SHA-256 of 64 hexadecimal digits; use {nameof(ConversionUser)}";
            }
        }
    }

    private static bool IsHash(JToken value) => value.Type is JTokenType.String && PinterestHash.IsHash((string?)value);

    private static bool HasAny(JToken? values) => values is JArray list && list.Any(HasText);

    private static bool HasText(JToken? value) =>
        value?.Type is JTokenType.String && !string.IsNullOrWhiteSpace((string?)value);
}
