using System.Net;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Creation;

/// <summary>Pins for a bulk, and a Pinterest that answers each by its title.</summary>
internal static class BulkPins
{
    private static readonly Uri Picture = new("https://e.com/1.png");

    public static IEnumerable<BulkPin> Of(params string[] titles) => titles.Select(title => OnBoard("7", title));

    public static BulkPin OnBoard(string board, string title) =>
        BulkPin.OfImages(new PinDraft(board) { Title = title }, PinImage.FromUri(Picture));

    /// <summary>Answers a creation by the title of its Pin; the boards are empty.</summary>
    public static void Answer(FakePinterest pinterest, Func<string, HttpResponseMessage> answer) =>
        pinterest.Answer = (request, body) =>
            Task.FromResult(
                request.Method == HttpMethod.Post
                    ? answer((string)JObject.Parse(body!)["title"]!)
                    : FakePinterest.Reply("""{"items":[]}""")
            );

    public static HttpResponseMessage Created(string title) =>
        FakePinterest.Reply(new JObject { ["id"] = "p" + title, ["title"] = title }.ToString(), HttpStatusCode.Created);

    public static HttpResponseMessage Refused(HttpStatusCode status, int code, string message) =>
        FakePinterest.Reply(new JObject { ["code"] = code, ["message"] = message }.ToString(), status);

    /// <summary>Gives each outcome as a short text, for example <c>0 Created</c>.</summary>
    public static async Task<List<string>> ListAsync(IAsyncEnumerable<PinOutcome> outcomes)
    {
        var list = new List<string>();
        await foreach (var outcome in outcomes)
        {
            var error = outcome.Error is null ? "" : $" {outcome.Error.GetType().Name}";
            list.Add($"{outcome.Index} {outcome.Kind}{error}");
        }

        return list;
    }
}
