using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>
/// Serves the files of jobs at addresses that are signed and expire, as those of S3 do. A caller sends no token there.
/// </summary>
internal sealed class JobFiles(JobStore jobs, TimeProvider clock)
{
    /// <summary>The path under which the files are.</summary>
    public const string Path = "/_files/";

    /// <summary>How long an address is valid. Who asks for the job again gets a new one.</summary>
    public static readonly TimeSpan AddressLifetime = TimeSpan.FromHours(1);

    private const string Kind = "kind";
    private const string Id = "id";
    private const string Expires = "X-Amz-Expires";
    private const string Signature = "X-Amz-Signature";

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Gives the address of the file of a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="origin">The address under which the caller reaches the server.</param>
    public string Address(Job job, Uri origin)
    {
        var kind = job.Kind.ToString();
        var expires = (clock.GetUtcNow() + AddressLifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(
            new Uri(origin, $"{Path}result.{job.File!.Extension}").ToString(),
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                [Kind] = kind,
                [Id] = job.Id,
                [Expires] = expires,
                [Signature] = Sign(kind, job.Id, expires),
            }
        );
    }

    public SandboxReply Answer(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return Refuse(StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed", "Files are read-only.");
        }

        // A client that sends its token to a host of files would give it away.
        if (request.Headers.Authorization.Count > 0)
        {
            return Refuse(
                StatusCodes.Status400BadRequest,
                "InvalidArgument",
                "The address is signed. Send no Authorization header."
            );
        }

        var kind = request.Query[Kind].ToString();
        var id = request.Query[Id].ToString();
        var expires = request.Query[Expires].ToString();
        if (!IsSigned(kind, id, expires, request.Query[Signature].ToString()))
        {
            return Refuse(StatusCodes.Status403Forbidden, "SignatureDoesNotMatch", "The address was changed.");
        }

        if (clock.GetUtcNow().ToUnixTimeSeconds() >= long.Parse(expires, CultureInfo.InvariantCulture))
        {
            return Refuse(StatusCodes.Status403Forbidden, "AccessDenied", "The address has expired.");
        }

        return jobs.Find(Enum.Parse<JobKind>(kind), id)?.File is { } file
            ? new SandboxReply(StatusCodes.Status200OK, file.Read(), file.ContentType)
            : Refuse(StatusCodes.Status404NotFound, "NoSuchKey", "There is no such file.");
    }

    private bool IsSigned(string kind, string id, string expires, string signature) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Sign(kind, id, expires)),
            Encoding.UTF8.GetBytes(signature)
        );

    private string Sign(string kind, string id, string expires) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{kind}\n{id}\n{expires}")));

    private static SandboxReply Refuse(int status, string code, string message) =>
        StorageRefusal.Reply(status, code, message);
}
