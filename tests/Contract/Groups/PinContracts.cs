using PactNet.Matchers;
using Pinterest.OpenApi.Models;
using static Pinterest.OpenApi.Contract.Examples;

namespace Pinterest.OpenApi.Contract;

internal static class PinContracts
{
    private static readonly DateOnly Start = new(2026, 1, 1);
    private static readonly DateOnly End = new(2026, 1, 7);
    private const string Pin1 = $"/pins/{PinId}";
    private static readonly object Video = new
    {
        media_type = Match.Equality("video"),
        cover_image_url = Match.Regex("https://i.pinimg.com/a.jpg", "^https://.+$"),
    };
    private static readonly object Carousel = new
    {
        media_type = Match.Equality("multiple_images"),
        items = Match.MinType(
            new
            {
                images = new Dictionary<string, object>
                {
                    ["600x"] = new
                    {
                        url = Match.Regex("https://i.pinimg.com/600x/a.jpg", "^https://.+$"),
                        width = Match.Integer(600),
                        height = Match.Integer(900),
                    },
                },
            },
            2
        ),
    };

    private static readonly object Analytics = new
    {
        all = new
        {
            daily_metrics = Match.MinType(
                new
                {
                    date = Match.Regex("2026-01-01", @"^\d{4}-\d\d-\d\d$"),
                    data_status = Match.Regex("READY", "^[A-Z_]+$"),
                    metrics = new { IMPRESSION = Match.Number(12), SAVE = Match.Number(3) },
                },
                1
            ),
            summary_metrics = new { IMPRESSION = Match.Number(12), SAVE = Match.Number(3) },
        },
    };

    public static IEnumerable<ContractCase> All =>
        [
            .. Creations,
            new ContractCase("a request for the Pins of the user")
                .Given("Pins exist", ("count", "30"), ("board_id", BoardId))
                .When(HttpMethod.Get, "/pins", ("pin_filter", "exclude_repins"), ("page_size", "25"))
                .Responds(200, Page(Pin(), "cDI1"))
                .Checked(async client =>
                {
                    var page = await client.Pinterest.Pins.ListAsync(
                        new() { PinFilter = PinFilter.ExcludeRepins, PageSize = 25 }
                    );
                    Assert.Equal((PinId, "cDI1"), (page.Items[0].Id, page.Bookmark));
                    Assert.Equal(
                        "https://i.pinimg.com/600x/a.jpg",
                        Assert.IsType<PinMediaWithImage>(page.Items[0].Media).Images!.Width600!.Url
                    );
                }),
            new ContractCase("a request for a Pin")
                .Given("a Pin exists", ("pin_id", PinId), ("board_id", BoardId), ("title", PinTitle))
                .When(HttpMethod.Get, Pin1)
                .Responds(200, Pin(PinTitle))
                .Checked(async client =>
                    Assert.Equal(
                        (PinId, BoardId, PinTitle, true),
                        await client.Pinterest.Pins.GetAsync(PinId) is var pin
                            ? (pin.Id, pin.BoardId, pin.Title, pin.IsOwner)
                            : default
                    )
                ),
            new ContractCase("a request to change a Pin")
                .Given("a Pin exists", ("pin_id", PinId), ("board_id", BoardId))
                .When(HttpMethod.Patch, Pin1)
                .Sending(new { alt_text = PinText, title = PinTitle })
                .Responds(200, Pin(PinTitle))
                .Checked(async client =>
                    Assert.Equal(
                        PinTitle,
                        (
                            await client.Pinterest.Pins.UpdateAsync(
                                PinId,
                                new PinUpdate { Title = PinTitle, AltText = PinText }
                            )
                        ).Title
                    )
                ),
            new ContractCase("a request to clear the link of a Pin")
                .Given("a Pin exists", ("pin_id", PinId), ("board_id", BoardId), ("link", Link))
                .When(HttpMethod.Patch, Pin1)
                .Sending(new { link = (string?)null })
                .Responds(200, new { id = Id(PinId), link = Match.Null() })
                .Checked(async client =>
                    Assert.Null(
                        (await client.Pinterest.Pins.UpdateAsync(PinId, new PinUpdate().Clear(pin => pin.Link))).Link
                    )
                ),
            new ContractCase("a request to delete a Pin")
                .Given("a Pin exists", ("pin_id", PinId), ("board_id", BoardId))
                .When(HttpMethod.Delete, Pin1)
                .Responds(204)
                .Checked(client => client.Pinterest.Pins.DeleteAsync(PinId)),
            new ContractCase("a request to save a Pin to a board")
                .Given("a Pin exists", ("pin_id", PinId), ("board_id", BoardId))
                .Given("a board exists", ("board_id", OtherBoardId))
                .When(HttpMethod.Post, Pin1 + "/save")
                .Sending(new { board_id = OtherBoardId })
                .Responds(
                    201,
                    new
                    {
                        id = Id(OtherPinId),
                        board_id = Match.Equality(OtherBoardId),
                        parent_pin_id = Match.Equality(PinId),
                    }
                )
                .Checked(async client =>
                    Assert.Equal(
                        (OtherBoardId, PinId),
                        await client.Pinterest.Pins.SaveAsync(PinId, new PinSaveRequest { BoardId = OtherBoardId })
                            is var pin
                            ? (pin.BoardId, pin.ParentPinId)
                            : default
                    )
                ),
            new ContractCase("a request for the analytics of a Pin")
                .Given("a Pin exists", ("pin_id", PinId), ("board_id", BoardId))
                .When(
                    HttpMethod.Get,
                    Pin1 + "/analytics",
                    ("start_date", "2026-01-01"),
                    ("end_date", "2026-01-07"),
                    ("metric_types", "IMPRESSION,SAVE")
                )
                .Responds(200, Analytics)
                .Checked(async client =>
                {
                    var all = (
                        await client.Pinterest.Pins.GetAnalyticsAsync(
                            PinId,
                            Start,
                            End,
                            [MultiPinAnalyticsMetricType.Impression, MultiPinAnalyticsMetricType.Save]
                        )
                    )["all"];
                    Assert.Equal(
                        (12, 3),
                        ((int)all.SummaryMetrics!["IMPRESSION"], (int)all.DailyMetrics![0].Metrics!["SAVE"])
                    );
                }),
            // Both ways of sending a list: pin_ids is repeated, metric_types is one value joined by commas.
            new ContractCase("a request for the analytics of several Pins")
                .Given("a Pin exists", ("pin_id", PinId), ("board_id", BoardId))
                .Given("another Pin exists", ("pin_id", OtherPinId), ("board_id", BoardId))
                .When(
                    HttpMethod.Get,
                    "/pins/analytics",
                    ("pin_ids", PinId),
                    ("pin_ids", OtherPinId),
                    ("start_date", "2026-01-01"),
                    ("end_date", "2026-01-07"),
                    ("metric_types", "IMPRESSION,SAVE")
                )
                .Responds(200, new Dictionary<string, object> { [PinId] = Analytics, [OtherPinId] = Analytics })
                .Checked(async client =>
                {
                    var pins = await client.Pinterest.Pins.GetManyAnalyticsAsync(
                        [PinId, OtherPinId],
                        Start,
                        End,
                        [MultiPinAnalyticsMetricType.Impression, MultiPinAnalyticsMetricType.Save]
                    );
                    Assert.Equal(
                        (12, 3),
                        (
                            (int)pins[PinId]["all"].SummaryMetrics!["IMPRESSION"],
                            (int)pins[OtherPinId]["all"].SummaryMetrics!["SAVE"]
                        )
                    );
                }),
        ];

    private static IEnumerable<ContractCase> Creations =>
        [
            Creation(
                "a picture on the web",
                new { source_type = "image_url", url = PictureAddress },
                new PinMediaSourceImageUrl { Url = PictureAddress },
                Image
            ),
            Creation(
                "a picture",
                new
                {
                    source_type = "image_base64",
                    content_type = "image/png",
                    data = Picture,
                },
                new PinMediaSourceImageBase64 { ContentType = ContentType.ImagePng, Data = Picture },
                Image
            ),
            Creation(
                "several pictures on the web",
                new
                {
                    source_type = "multiple_image_urls",
                    items = new[] { new { url = PictureAddress }, new { url = Link } },
                },
                new PinMediaSourceImagesUrl { Items = [new() { Url = PictureAddress }, new() { Url = Link }] },
                Carousel
            ),
            Creation(
                "several pictures",
                new
                {
                    source_type = "multiple_image_base64",
                    items = new[]
                    {
                        new { content_type = "image/png", data = Picture },
                        new { content_type = "image/jpeg", data = Picture },
                    },
                },
                new PinMediaSourceImagesBase64
                {
                    Items =
                    [
                        new() { ContentType = ContentType.ImagePng, Data = Picture },
                        new() { ContentType = ContentType.ImageJpeg, Data = Picture },
                    ],
                },
                Carousel
            ),
            Creation("a page on the web", new { source_type = "pin_url" }, new PinMediaSourcePinUrl(), Image),
            Creation(
                    "an uploaded video",
                    new
                    {
                        source_type = "video_id",
                        media_id = MediaId,
                        cover_image_url = PictureAddress,
                    },
                    new PinMediaSourceVideoId { MediaId = MediaId, CoverImageUrl = PictureAddress },
                    Video
                )
                .Given("an uploaded video exists", ("media_id", MediaId)),
        ];

    private static ContractCase Creation(string from, object json, PinMediaSource source, object media) =>
        new ContractCase($"a request to create a Pin from {from}")
            .Given("a board exists", ("board_id", BoardId))
            .When(HttpMethod.Post, "/pins")
            .Sending(
                new
                {
                    board_id = BoardId,
                    link = Link,
                    media_source = json,
                    title = PinTitle,
                }
            )
            .Responds(201, Pin(PinTitle, media))
            .Checked(async client =>
            {
                var pin = await client.Pinterest.Pins.CreateAsync(
                    new PinCreate
                    {
                        BoardId = BoardId,
                        Title = PinTitle,
                        Link = Link,
                        MediaSource = source,
                    }
                );
                Assert.Equal((PinId, PinTitle), (pin.Id, pin.Title));
                Assert.NotNull(pin.Media!.MediaType);
            });
}
