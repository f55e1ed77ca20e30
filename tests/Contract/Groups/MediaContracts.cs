using PactNet.Matchers;
using Pinterest.OpenApi.Models;
using static Pinterest.OpenApi.Contract.Examples;

namespace Pinterest.OpenApi.Contract;

/// <summary>
/// Uploads, as far as Pinterest is asked: the form post itself goes to S3, which is no part of this contract.
/// </summary>
internal static class MediaContracts
{
    private static readonly string[] Parameters =
    [
        "x-amz-date",
        "x-amz-signature",
        "x-amz-security-token",
        "x-amz-algorithm",
        "key",
        "policy",
        "x-amz-credential",
        "Content-Type",
    ];

    public static IEnumerable<ContractCase> All =>
        [
            new ContractCase("a request to register a video")
                .When(HttpMethod.Post, "/media")
                .Sending(new { media_type = "video" })
                .Responds(
                    201,
                    new
                    {
                        media_id = Id(MediaId),
                        upload_url = Match.Regex(
                            "https://pinterest-media-upload.s3-accelerate.amazonaws.com/",
                            "^https?://.+$"
                        ),
                        upload_parameters = Parameters.ToDictionary(
                            name => name,
                            name => (object)Match.Type($"example of {name}")
                        ),
                    }
                )
                .Checked(async client =>
                {
                    var upload = await client.Pinterest.RegisterVideoAsync();
                    Assert.Equal((MediaId, Parameters.Length), (upload.MediaId, upload.Fields.Count));
                }),
            new ContractCase("a request for an upload that is registered")
                .Given("a registered upload exists", ("media_id", MediaId))
                .When(HttpMethod.Get, $"/media/{MediaId}")
                .Responds(
                    200,
                    new
                    {
                        media_id = Id(MediaId),
                        media_type = Match.Equality("video"),
                        status = Match.Equality("registered"),
                    }
                )
                .Checked(async client =>
                    Assert.Equal(MediaUploadStatus.Registered, (await client.Pinterest.Media.GetAsync(MediaId)).Status)
                ),
            new ContractCase("a request for an upload that has succeeded")
                .Given("an uploaded video exists", ("media_id", MediaId))
                .When(HttpMethod.Get, $"/media/{MediaId}")
                .Responds(
                    200,
                    new
                    {
                        media_id = Id(MediaId),
                        media_type = Match.Equality("video"),
                        status = Match.Equality("succeeded"),
                    }
                )
                .Checked(async client =>
                    Assert.Equal(MediaUploadStatus.Succeeded, (await client.Pinterest.Media.GetAsync(MediaId)).Status)
                ),
            new ContractCase("a request for the uploads of the user")
                .Given("an uploaded video exists", ("media_id", MediaId))
                .When(HttpMethod.Get, "/media", ("page_size", "10"))
                .Responds(
                    200,
                    new
                    {
                        items = Match.MinType(
                            new
                            {
                                media_id = Id(MediaId),
                                media_type = Match.Equality("video"),
                                status = Match.Regex("succeeded", "^[a-z]+$"),
                            },
                            1
                        ),
                    }
                )
                .Checked(async client =>
                    Assert.Equal(MediaId, (await client.Pinterest.Media.ListAsync(pageSize: 10)).Items[0].MediaId)
                ),
        ];
}
