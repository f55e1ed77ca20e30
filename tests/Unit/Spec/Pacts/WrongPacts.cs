using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Unit.Spec.Pacts;

/// <summary>
/// Pacts that are wrong on purpose: each is one interaction of the committed pact with one thing changed.
/// </summary>
internal static class WrongPacts
{
    /// <summary>Gives each wrong pact with its name.</summary>
    /// <param name="committed">The committed pact.</param>
    public static IEnumerable<(string Name, JObject Pact)> All(JObject committed)
    {
        foreach (var (interaction, name, change) in Changes)
        {
            var pact = (JObject)committed.DeepClone();
            var chosen = (JObject)
                ((JArray)pact["interactions"]!).Single(one => (string?)one["description"] == interaction).DeepClone();
            change(chosen);
            pact["interactions"] = new JArray(chosen);
            yield return ($"{interaction}: {name}", pact);
        }
    }

    private static readonly (string Interaction, string Name, Action<JObject> Change)[] Changes =
    [
        ("a request for a board", "a path that is not there", one => one["request"]!["path"] = "/bords/549755885175"),
        ("a request for a board", "an id that is none", one => one["request"]!["path"] = "/boards/seven"),
        ("a request for a board", "a method that the path does not take", one => one["request"]!["method"] = "PUT"),
        (
            "a request for a board",
            "no credential",
            one => ((JObject)one["request"]!["headers"]!).Remove("Authorization")
        ),
        (
            "a request for a board",
            "a credential of another kind",
            one => one["request"]!["headers"]!["Authorization"] = new JArray("Basic MTAwMDAwMTpleGFtcGxl")
        ),
        (
            "a request for a board",
            "a parameter that is not there",
            one => one["request"]!["query"] = new JObject { ["with_pins"] = new JArray("true") }
        ),
        ("a request for a board", "a member that is not there", one => Reply(one)["colour"] = "red"),
        ("a request for a board", "a nested member that is not there", one => Reply(one)["owner"]!["nickname"] = "x"),
        ("a request for a board", "a number for a text", one => Reply(one)["name"] = 7),
        ("a request for a board", "a text for a number", one => Reply(one)["pin_count"] = "many"),
        ("a request for a board", "a value that is not listed", one => Reply(one)["privacy"] = "HIDDEN"),
        ("a request for a board", "a null that is not allowed", one => Reply(one)["name"] = null),
        ("a request for a board", "an id of the wrong form", one => Reply(one)["id"] = "seven"),
        ("a request for a board", "a time that is none", one => Reply(one)["created_at"] = "yesterday"),
        ("a request for a board", "a number below its limit", one => Reply(one)["follower_count"] = -1),
        ("a request for a board", "a success that is not declared", one => one["response"]!["status"] = 206),
        ("a request for a board", "another content type", one => Type(one, "text/html")),
        (
            "a request for the first page of boards",
            "a page that is too large",
            one => one["request"]!["query"]!["page_size"] = new JArray("251")
        ),
        (
            "a request for the first page of boards",
            "a page size that is no number",
            one => one["request"]!["query"]!["page_size"] = new JArray("many")
        ),
        (
            "a request for the first page of boards",
            "a page size of none",
            one => one["request"]!["query"]!["page_size"] = new JArray("0")
        ),
        ("a request for the first page of boards", "a list of numbers", one => Reply(one)["items"] = new JArray(1, 2)),
        (
            "a request for the first page of boards",
            "items that are no list",
            one => Reply(one)["items"] = new JObject()
        ),
        (
            "a request for the first page of boards",
            "a member of a page that is not there",
            one => Reply(one)["total"] = 3
        ),
        (
            "a request for the first page of boards",
            "an item's member that is not there",
            one => Reply(one)["items"]![0]!["colour"] = "red"
        ),
        (
            "a request for the secret boards",
            "a filter that is not listed",
            one => one["request"]!["query"]!["privacy"] = new JArray("HIDDEN")
        ),
        ("a request to create a board", "no body", one => ((JObject)one["request"]!).Remove("body")),
        ("a request to create a board", "a required member is missing", one => ((JObject)Body(one)).Remove("name")),
        ("a request to create a board", "a number for a text", one => Body(one)["name"] = 7),
        ("a request to create a board", "a value that is not listed", one => Body(one)["privacy"] = "HIDDEN"),
        ("a request to create a board", "a null that is not allowed", one => Body(one)["name"] = null),
        (
            "a request to create a board",
            "another content type",
            one =>
            {
                one["request"]!["headers"]!["Content-Type"] = new JArray("text/plain");
                one["request"]!["body"]!["contentType"] = "text/plain";
            }
        ),
        ("a request to create a section", "a name that is too long", one => Body(one)["name"] = new string('x', 181)),
        ("a request to create a section", "a name of nothing", one => Body(one)["name"] = ""),
        (
            "a request to create a Pin from a picture on the web",
            "a source that is not there",
            one => Body(one)["media_source"]!["source_type"] = "image_ftp"
        ),
        (
            "a request to create a Pin from a picture on the web",
            "a source without its address",
            one => ((JObject)Body(one)["media_source"]!).Remove("url")
        ),
        (
            "a request to create a Pin from a picture on the web",
            "a title that is too long",
            one => Body(one)["title"] = new string('x', 101)
        ),
        (
            "a request to create a Pin from a picture on the web",
            "a board id that is none",
            one => Body(one)["board_id"] = "seven"
        ),
        (
            "a request to create a Pin from a picture",
            "a picture of a kind that is not taken",
            one => Body(one)["media_source"]!["content_type"] = "image/gif"
        ),
        (
            "a request to create a Pin from several pictures on the web",
            "too few pictures",
            one => ((JArray)Body(one)["media_source"]!["items"]!).RemoveAt(1)
        ),
        ("a request for a Pin", "a form of media that is not there", one => Reply(one)["media"]!["media_type"] = 7),
        (
            "a request for a Pin",
            "a member of another form of media",
            one => Reply(one)["media"]!["video_url"] = "https://example.com"
        ),
        ("a request for a Pin", "a flag that is a text", one => Reply(one)["is_owner"] = "yes"),
        (
            "a request for the analytics of several Pins",
            "the ids are left out",
            one => ((JObject)one["request"]!["query"]!).Remove("pin_ids")
        ),
        (
            "a request for the analytics of several Pins",
            "the ids are joined",
            one => one["request"]!["query"]!["pin_ids"] = new JArray("813744226420795884,813744226420795885")
        ),
        (
            "a request for the analytics of several Pins",
            "the metrics are repeated",
            one => one["request"]!["query"]!["metric_types"] = new JArray("IMPRESSION", "SAVE")
        ),
        (
            "a request for the analytics of several Pins",
            "a metric that is not there",
            one => one["request"]!["query"]!["metric_types"] = new JArray("LIKES")
        ),
        (
            "a request for the analytics of several Pins",
            "a day that is none",
            one => one["request"]!["query"]!["start_date"] = new JArray("yesterday")
        ),
        (
            "a request to delete a board",
            "a body where none is declared",
            one =>
            {
                one["response"]!["body"] = new JObject
                {
                    ["content"] = new JObject { ["id"] = "7" },
                    ["contentType"] = "application/json",
                    ["encoded"] = false,
                };
            }
        ),
        (
            "a renewal of an access token",
            "a bearer for the app",
            one => one["request"]!["headers"]!["Authorization"] = new JArray("Bearer pina_example")
        ),
        (
            "a renewal of an access token",
            "a kind of grant that is not there",
            one => one["request"]!["body"]!["content"] = "grant_type=password&refresh_token=pinr_example"
        ),
        (
            "a renewal of an access token",
            "the grant is left out",
            one => one["request"]!["body"]!["content"] = "refresh_token=pinr_example"
        ),
        (
            "a request for the account of the user",
            "a member that is not there",
            one => Reply(one)["email"] = "x@example.com"
        ),
    ];

    private static JToken Reply(JObject interaction) => interaction["response"]!["body"]!["content"]!;

    private static JToken Body(JObject interaction) => interaction["request"]!["body"]!["content"]!;

    private static void Type(JObject interaction, string type)
    {
        interaction["response"]!["headers"] = new JObject { ["Content-Type"] = new JArray(type) };
        interaction["response"]!["body"]!["contentType"] = type;
    }
}
