using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.OAuth;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Media;

/// <summary>Uploads from their registration to the end of their processing. Used under the state's lock.</summary>
internal sealed class MediaUploads(SandboxState state, TimeProvider clock, TimeSpan processingTime, Func<Uri> origin)
{
    /// <summary>Where files are sent.</summary>
    public const string Path = "/_upload/";

    /// <summary>How long a registration accepts a file.</summary>
    public static readonly TimeSpan PolicyLifetime = TimeSpan.FromHours(1);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Gets or sets how many of the next registrations fail in processing.</summary>
    public int NextFailures { get; set; }

    public JObject Register(Caller caller)
    {
        var (id, order) = state.Next();
        var file = new MediaFile(id, order, caller.UserId, clock.GetUtcNow()) { Fails = NextFailures > 0 };
        NextFailures = Math.Max(0, NextFailures - 1);
        state.Put(file);
        return new JObject
        {
            ["media_id"] = id,
            ["media_type"] = "video",
            ["upload_url"] = new Uri(origin(), Path).ToString(),
            ["upload_parameters"] = Parameters(file),
        };
    }

    /// <exception cref="SandboxError">404: it is not there, or somebody else's.</exception>
    public MediaFile Find(Caller caller, string id) =>
        state.Media(id) is { } file && file.OwnerId == caller.UserId ? file : throw SandboxError.NoMedia();

    /// <exception cref="SandboxError">The file did not come yet, is being processed, or failed.</exception>
    public void RequireReady(Caller caller, string id)
    {
        var status = Status(Find(caller, id));
        if (status != "succeeded")
        {
            throw SandboxError.Invalid(
                $"'media_source.media_id' names an upload that is {status}; wait until it has succeeded."
            );
        }
    }

    public string Status(MediaFile file)
    {
        if (file.UploadedAt is not { } uploaded)
        {
            return "registered";
        }

        if (clock.GetUtcNow() < uploaded + processingTime)
        {
            return "processing";
        }

        return file.Fails ? "failed" : "succeeded";
    }

    /// <summary>Tells whether form fields are those of a registration, and it still accepts a file.</summary>
    /// <returns>The upload and, where it is refused, the code of S3 for the reason.</returns>
    public (MediaFile? File, string? Refusal) Check(IReadOnlyDictionary<string, string> fields)
    {
        if (!fields.TryGetValue("key", out var key) || state.Media(key.Split('/')[^1]) is not { } file)
        {
            return (null, "AccessDenied");
        }

        foreach (var (name, expected) in Parameters(file))
        {
            if (!fields.TryGetValue(name, out var sent) || sent != (string)expected!)
            {
                return (file, name is "policy" or "x-amz-signature" ? "SignatureDoesNotMatch" : "AccessDenied");
            }
        }

        return clock.GetUtcNow() >= file.RegisteredAt + PolicyLifetime ? (file, "ExpiredPolicy") : (file, null);
    }

    public void Complete(MediaFile file) =>
        state.Put((state.Media(file.Id) ?? file) with { UploadedAt = clock.GetUtcNow() });

    private JObject Parameters(MediaFile file)
    {
        var day = file.RegisteredAt.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var policy = Convert.ToBase64String(
            Encoding.UTF8.GetBytes(
                new JObject
                {
                    ["expiration"] = (file.RegisteredAt + PolicyLifetime).ToString(
                        "yyyy-MM-dd'T'HH:mm:ss'Z'",
                        CultureInfo.InvariantCulture
                    ),
                    ["key"] = file.Id,
                }.ToString(Newtonsoft.Json.Formatting.None)
            )
        );
        return new JObject
        {
            ["x-amz-date"] = file.RegisteredAt.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
            ["x-amz-signature"] = Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(policy))),
            ["x-amz-security-token"] = "sandbox-" + file.Id,
            ["x-amz-algorithm"] = "AWS4-HMAC-SHA256",
            ["key"] = $"uploads/{day}/{file.Id}",
            ["policy"] = policy,
            ["x-amz-credential"] = $"SANDBOX/{day}/us-east-1/s3/aws4_request",
            ["Content-Type"] = "multipart/form-data",
        };
    }
}
