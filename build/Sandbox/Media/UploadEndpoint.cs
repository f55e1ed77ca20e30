using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Media;

/// <summary>
/// Takes files as the form post of S3 does: the fields of the registration first, the file last. The answer is 204
/// for a whole file, and XML for a refusal. The file is read and thrown away, and is never in memory.
/// </summary>
internal sealed class UploadEndpoint(SandboxState state, MediaUploads uploads)
{
    private const int LongestField = 64 * 1024;
    private const int MostFields = 32;

    public async Task<SandboxReply> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            return Refuse(StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed");
        }

        // S3 takes no form in chunks: it must know the length of the form before it reads it.
        if (request.ContentLength is null)
        {
            return StorageRefusal.Reply(
                StatusCodes.Status411LengthRequired,
                "MissingContentLength",
                "The form requires the header Content-Length; chunked requests are rejected."
            );
        }

        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || type.MediaType != "multipart/form-data"
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary
        )
        {
            return Refuse(StatusCodes.Status412PreconditionFailed, "PreconditionFailed");
        }

        // A client that sends its token to a host of uploads would give it away.
        if (request.Headers.Authorization.Count > 0)
        {
            return Refuse(StatusCodes.Status400BadRequest, "InvalidArgument");
        }

        try
        {
            return await TakeAsync(new MultipartReader(boundary, request.Body), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception error) when (error is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return Refuse(StatusCodes.Status400BadRequest, "MalformedPOSTRequest");
        }
    }

    private async Task<SandboxReply> TakeAsync(MultipartReader form, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await form.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
            {
                return Refuse(StatusCodes.Status400BadRequest, "MalformedPOSTRequest");
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            if (name == "file")
            {
                return await TakeFileAsync(part.Body, fields, cancellationToken).ConfigureAwait(false);
            }

            if (fields.Count >= MostFields)
            {
                return Refuse(StatusCodes.Status400BadRequest, "MaxPostPreDataLengthExceeded");
            }

            using var text = new StreamReader(new LimitedStream(part.Body, LongestField), Encoding.UTF8);
            fields[name] = await text.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        }

        return Refuse(StatusCodes.Status400BadRequest, "IncorrectNumberOfFilesInPostRequest");
    }

    private async Task<SandboxReply> TakeFileAsync(
        Stream content,
        Dictionary<string, string> fields,
        CancellationToken cancellationToken
    )
    {
        MediaFile? file;
        string? refusal;
        lock (state.Gate)
        {
            (file, refusal) = uploads.Check(fields);
        }

        var start = await ReadStartAsync(content, cancellationToken).ConfigureAwait(false);
        await content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
        {
            return Refuse(StatusCodes.Status403Forbidden, refusal);
        }

        lock (state.Gate)
        {
            uploads.Complete(file!, VideoFile.MayBe(start));
        }

        return SandboxReply.NoContent;
    }

    private static async Task<byte[]> ReadStartAsync(Stream content, CancellationToken cancellationToken)
    {
        var start = new byte[VideoFile.StartLength];
        var length = await content
            .ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        return start[..length];
    }

    private static SandboxReply Refuse(int status, string code) =>
        StorageRefusal.Reply(status, code, "The sandbox rejected the file.");
}
