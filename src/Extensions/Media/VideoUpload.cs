using System.Net;
using System.Net.Http.Headers;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>One upload: register, send the file as a form, wait until Pinterest has processed it.</summary>
internal sealed class VideoUpload(
    PinterestConnection connection,
    VideoUploadOptions options,
    IProgress<UploadProgress>? progress
)
{
    private const int MaxErrorText = 1024;

    private readonly TimeProvider _time = connection.Options.TimeProvider;

    public async Task<string> RunAsync(
        RegisteredUpload? registered,
        Stream content,
        CancellationToken cancellationToken
    )
    {
        var length = LengthOf(content);
        content = await CheckAsync(content, length, cancellationToken).ConfigureAwait(false);
        var start = content.CanSeek ? content.Position : 0;
        var upload = registered ?? await RegisterAsync(length, cancellationToken).ConfigureAwait(false);
        if (!await TrySendAsync(upload, content, length, cancellationToken).ConfigureAwait(false))
        {
            // A 403 of the upload host is most often an expired policy; a new registration has a new one.
            if (!content.CanSeek)
            {
                throw new PinterestUploadException(
                    upload.MediaId,
                    "The upload host rejected the file (403); the registration may have expired. "
                        + "Register the video again and send the stream from its beginning.",
                    HttpStatusCode.Forbidden
                );
            }

            content.Position = start;
            upload = await RegisterAsync(length, cancellationToken).ConfigureAwait(false);
            if (!await TrySendAsync(upload, content, length, cancellationToken).ConfigureAwait(false))
            {
                throw new PinterestUploadException(
                    upload.MediaId,
                    "The upload host rejected the file (403), also after a new registration. "
                        + "Check that it is a video within Pinterest's limits.",
                    HttpStatusCode.Forbidden
                );
            }
        }

        progress?.Report(new UploadProgress(UploadStage.Processing, length, length));
        await new MediaWait(connection)
            .RunAsync(
                upload.MediaId,
                options.ProcessingTimeout,
                _ => progress?.Report(new UploadProgress(UploadStage.Processing, length, length)),
                cancellationToken
            )
            .ConfigureAwait(false);
        progress?.Report(new UploadProgress(UploadStage.Done, length, length));
        return upload.MediaId;
    }

    public async Task<RegisteredUpload> RegisterAsync(long length, CancellationToken cancellationToken)
    {
        progress?.Report(new UploadProgress(UploadStage.Registering, 0, length));
        var request = new PinterestRequest(Operations.Find("media/create"));
        request.SetBody<JToken>(new JObject { ["media_type"] = "video" });
        var response = await connection.SendAsync<JToken>(request, cancellationToken).ConfigureAwait(false) as JObject;
        if (
            Text(response?["media_id"]) is not { Length: > 0 } mediaId
            || !Uri.TryCreate(Text(response?["upload_url"]), UriKind.Absolute, out var address)
            || response?["upload_parameters"] is not JObject fields
            || fields.PropertyValues().Any(field => field is not JValue)
        )
        {
            throw new PinterestUploadException(
                null,
                "Pinterest registered the video without an id, an upload address or form fields. Try again."
            );
        }

        return new RegisteredUpload(
            mediaId,
            address,
            [
                .. fields
                    .Properties()
                    .Where(field => field.Value.Type is not JTokenType.Null)
                    .Select(field => new KeyValuePair<string, string>(field.Name, Text(field.Value) ?? "")),
            ]
        );
    }

    // An id may be a number. What is no single value is as good as absent.
    private static string? Text(JToken? token) => token is JValue value ? (string?)value : null;

    private long LengthOf(Stream content)
    {
        var length =
            options.Length
            ?? (content.CanSeek ? content.Length - content.Position : null as long?)
            ?? throw new ArgumentException(
                "The stream does not know its length. Set "
                    + $"{nameof(VideoUploadOptions)}.{nameof(VideoUploadOptions.Length)}.",
                nameof(content)
            );
        return length > 0 ? length : throw new ArgumentException("The video is empty.", nameof(content));
    }

    // Before anything is registered. Gives the stream to send, because one that cannot go back was read already.
    private async Task<Stream> CheckAsync(Stream content, long length, CancellationToken cancellationToken)
    {
        if (!connection.Options.CheckMedia)
        {
            return content;
        }

        var start = content.CanSeek ? content.Position : 0;
        var head = await ReadHeadAsync(content, length, cancellationToken).ConfigureAwait(false);
        if (content.CanSeek)
        {
            content.Position = start;
        }

        var problems = MediaCheck.ProblemsOfVideo(MediaInfo.Of(head, length));
        if (problems.Count > 0)
        {
            throw new ArgumentException(
                $"The video was not sent. {string.Join(' ', problems)} "
                    + $"{nameof(PinterestClientOptions)}.{nameof(PinterestClientOptions.CheckMedia)} = false turns "
                    + "this check off.",
                nameof(content)
            );
        }

        return content.CanSeek ? content : new PrefixedStream(head, content, leaveOpen: true);
    }

    private async Task<byte[]> ReadHeadAsync(Stream content, long length, CancellationToken cancellationToken)
    {
        using var idle = TimeLimit.Start(options.IdleTimeout, _time, cancellationToken);
        try
        {
            var most = (int)Math.Min(length, MediaSignature.Length);
            return await MediaInfo.ReadAsync(content, most, idle.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (idle.HasPassed)
        {
            throw StoodStill(null, error);
        }
        catch (OperationCanceledException error) when (CallerCancellation.IsHidden(error, cancellationToken))
        {
            throw CallerCancellation.Show(error, cancellationToken);
        }
    }

    private PinterestUploadException StoodStill(string? mediaId, Exception error) =>
        new(
            mediaId,
            $"The upload made no progress for {options.IdleTimeout.TotalSeconds:0.#} s. Check the network and "
                + "upload again.",
            null,
            error
        );

    private async Task<bool> TrySendAsync(
        RegisteredUpload upload,
        Stream content,
        long length,
        CancellationToken cancellationToken
    )
    {
        CheckHost(upload);
        using var idle = new CancellationTokenSource(options.IdleTimeout, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, idle.Token);
        try
        {
            using var form = Form(upload, content, length, idle);
            using var message = new HttpRequestMessage(HttpMethod.Post, upload.UploadAddress);
            message.Content = new SendOnceContent(form, message, "The upload", isRepeatable: false);
            using var response = await connection.SendBareAsync(message, linked.Token).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                return true;
            }

            if (response.StatusCode is HttpStatusCode.Forbidden)
            {
                return false;
            }

            using var refusal = await BufferedResponse
                .ReadAsync(response, MaxErrorText, linked.Token)
                .ConfigureAwait(false);
            var text = refusal.Text();
            throw new PinterestUploadException(
                upload.MediaId,
                $"The upload host returned {(int)response.StatusCode}. {text[..Math.Min(text.Length, MaxErrorText)]}",
                response.StatusCode
            );
        }
        catch (OperationCanceledException error)
            when (idle.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw StoodStill(upload.MediaId, error);
        }
        catch (OperationCanceledException error) when (CallerCancellation.IsHidden(error, cancellationToken))
        {
            throw CallerCancellation.Show(error, cancellationToken);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new PinterestUploadException(
                upload.MediaId,
                $"The connection to the upload host failed ({error.Message}). Upload again.",
                null,
                error
            );
        }
    }

    private MultipartFormDataContent Form(
        RegisteredUpload upload,
        Stream content,
        long length,
        CancellationTokenSource idle
    )
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in upload.Fields)
        {
            // A field named Content-Type stays a field of the form; it must not become a header.
            var field = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(value));
            field.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"" };
            form.Add(field);
        }

        var file = new FileContent(
            content,
            length,
            sent =>
            {
                idle.CancelAfter(options.IdleTimeout);
                progress?.Report(new UploadProgress(UploadStage.Sending, sent, length));
            }
        );
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = "\"file\"",
            FileName = $"\"{Path.GetFileName(options.FileName).Replace("\"", "", StringComparison.Ordinal)}\"",
        };
        form.Add(file);
        return form;
    }

    private void CheckHost(RegisteredUpload upload)
    {
        var address = upload.UploadAddress;
        if (
            address.Scheme == Uri.UriSchemeHttps
            && options.AllowedHosts.Any(host =>
                address.Host.Equals(host, StringComparison.OrdinalIgnoreCase)
                || address.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            return;
        }

        if (address.IsLoopback && connection.Options.BaseAddress.IsLoopback)
        {
            return;
        }

        throw new PinterestUploadException(
            upload.MediaId,
            $"The upload host {address.Scheme}://{address.Host} is not allowed. "
                + $"Add it to {nameof(VideoUploadOptions.AllowedHosts)} if it belongs to Pinterest."
        );
    }
}
