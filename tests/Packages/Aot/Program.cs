using System.Diagnostics;
using Pinterest.OpenApi;
using Pinterest.OpenApi.Models;

// Calls the 27 core operations of a sandbox, and says how long it took from the start of the process.
var pinterest = new PinterestClient(
    new PinterestClientOptions { BaseAddress = new Uri(args[0]), AccessToken = args[1] }
);
var account = await pinterest.UserAccount.GetAsync();
var started = DateTime.Now - Process.GetCurrentProcess().StartTime;
var calls = 1;

// Boards and their sections.
var board = await Count(pinterest.Boards.CreateAsync(new BoardCreate { Name = "Kitchens" }));
var other = await Count(pinterest.Boards.CreateAsync(new BoardCreate { Name = "Gardens" }));
await Count(pinterest.Boards.GetAsync(board.Id));
await Count(
    pinterest.Boards.UpdateAsync(board.Id, new BoardUpdate { Name = "Oak" }.Clear(change => change.Description))
);
await Count(pinterest.Boards.ListAsync());
var section = await Count(pinterest.Boards.CreateSectionAsync(board.Id, new BoardSection { Name = "Tables" }));
await Count(pinterest.Boards.UpdateSectionAsync(board.Id, section.Id!, new BoardSection { Name = "Chairs" }));
await Count(pinterest.Boards.ListSectionsAsync(board.Id));

// Pins.
var source = new PinMediaSourceImageUrl { Url = "https://example.com/a.jpg" };
var pin = await Count(
    pinterest.Pins.CreateAsync(
        new PinCreate
        {
            BoardId = board.Id,
            BoardSectionId = section.Id,
            Title = "Oak table",
            MediaSource = source,
        }
    )
);
await Count(pinterest.Pins.UpdateAsync(pin.Id!, new PinUpdate { Title = "Table" }));
var read = await Count(pinterest.Pins.GetAsync(pin.Id!));
await Count(pinterest.Pins.SaveAsync(pin.Id!, new PinSaveRequest { BoardId = other.Id }));
await Count(pinterest.Pins.ListAsync());
await Count(pinterest.Boards.ListPinsAsync(board.Id));
await Count(pinterest.Boards.ListSectionPinsAsync(board.Id, section.Id!));

// Figures, a search and the rest.
var today = DateOnly.FromDateTime(DateTime.UtcNow);
MultiPinAnalyticsMetricType[] metrics = [MultiPinAnalyticsMetricType.Impression];
await Count(pinterest.Pins.GetAnalyticsAsync(pin.Id!, today, today, metrics));
await Count(pinterest.Pins.GetManyAnalyticsAsync([pin.Id!], today, today, metrics));
await Count(pinterest.UserAccount.GetAnalyticsAsync(today, today));
await Count(pinterest.UserAccount.ListFollowersAsync());
await Count(pinterest.Search.ListPinsAsync("table"));
await Count(pinterest.Search.ListBoardsAsync(query: "oak"));
var upload = await Count(pinterest.Media.CreateAsync(new MediaUploadCreate { MediaType = MediaUploadType.Video }));
await Count(pinterest.Media.GetAsync(upload.MediaId!));
await Count(pinterest.Media.ListAsync());

// What was made is removed: the Pin first, since a section takes its Pins along.
await pinterest.Pins.DeleteAsync(pin.Id!);
await pinterest.Boards.DeleteSectionAsync(board.Id, section.Id!);
await pinterest.Boards.DeleteAsync(board.Id);
calls += 3;

var json = System.Text.Json.JsonSerializer.Serialize(read, JsonOfTheApp.Default.Pin);
var again = System.Text.Json.JsonSerializer.Deserialize(json, JsonOfTheApp.Default.Pin)!;
Console.WriteLine(
    $"{calls} calls, {again.Title} with {again.Media!.GetType().Name}, first after {started.TotalMilliseconds:0} ms"
);

async Task<T> Count<T>(Task<T> call)
{
    var result = await call;
    calls++;
    return result;
}

/// <summary>What the app itself writes as JSON.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(Pin))]
internal sealed partial class JsonOfTheApp : System.Text.Json.Serialization.JsonSerializerContext;
