using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Media;

/// <summary>
/// Uploads from their registration to the end of their processing. It is used under the lock of the state.
/// </summary>
internal sealed class MediaUploads(SandboxState state, TimeProvider clock, TimeSpan processingTime)
{
    /// <summary>The path to which files are sent.</summary>
    public const string Path = "/_upload/";

    /// <summary>How long a registration accepts a file.</summary>
    public static readonly TimeSpan PolicyLifetime = TimeSpan.FromHours(1);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    private int _nextFailures;

    /// <summary>Lets the upload that is registered next fail in processing.</summary>
    public void FailNext()
    {
        lock (state.Gate)
        {
            _nextFailures++;
        }
    }

    public JObject Register(Caller caller, Uri origin)
    {
        var (id, order) = state.Next();
        var file = new MediaFile(id, order, caller.UserId, clock.GetUtcNow()) { Fails = _nextFailures > 0 };
        _nextFailures = Math.Max(0, _nextFailures - 1);
        state.Put(file);
        return new JObject
        {
            ["media_id"] = id,
            ["media_type"] = "video",
            ["upload_url"] = new Uri(origin, Path).ToString(),
            ["upload_parameters"] = Parameters(file),
        };
    }

    /// <exception cref="SandboxError">404: there is no such upload, or it belongs to another user.</exception>
    public MediaFile Find(Caller caller, string id) =>
        state.Media(id) is { } file && file.OwnerId == caller.UserId ? file : throw SandboxError.NoMedia();

    /// <exception cref="SandboxError">The file was not sent yet, is being processed, or failed.</exception>
    public void RequireReady(Caller caller, string id)
    {
        var status = Status(Find(caller, id));
        if (status != "succeeded")
        {
            throw SandboxError.Invalid(
                $"'media_source.media_id' names an upload with the status {status}. Wait until it has succeeded."
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

    /// <summary>Checks that form fields are those of a registration, and that it still accepts a file.</summary>
    /// <returns>The upload, and for a refusal the code of S3 for the reason.</returns>
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

    /// <summary>Notes that a file was sent whole.</summary>
    /// <param name="file">The upload.</param>
    /// <param name="isVideo">Whether the file may be a video; the processing of any other fails.</param>
    public void Complete(MediaFile file, bool isVideo)
    {
        var known = state.Media(file.Id) ?? file;
        state.Put(known with { UploadedAt = clock.GetUtcNow(), Fails = known.Fails || !isVideo });
    }

    private JObject Parameters(MediaFile file)
    {
        var day = file.RegisteredAt.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var policy = Convert.ToBase64String(
            SandboxReply.Utf8(
                new JObject
                {
                    ["expiration"] = (file.RegisteredAt + PolicyLifetime).ToString(
                        "yyyy-MM-dd'T'HH:mm:ss'Z'",
                        CultureInfo.InvariantCulture
                    ),
                    ["key"] = file.Id,
                }
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
