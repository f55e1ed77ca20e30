using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;
// For the comments alone: the name of a method with all of its types is longer than a line.
using Progress = System.IProgress<Pinterest.OpenApi.UploadProgress>;

namespace Pinterest.OpenApi;

/// <content>The members beside the groups of operations.</content>
public partial interface IPinterestClient
{
    /// <inheritdoc cref="PinterestClient.RateLimits"/>
    IReadOnlyDictionary<string, RateLimitState> RateLimits { get; }

    /// <inheritdoc cref="PinterestClient.ForUser(PinterestCredential)"/>
    IPinterestClient ForUser(PinterestCredential credential);

    /// <inheritdoc cref="PinterestClient.With(Func{PinterestClientOptions, PinterestClientOptions})"/>
    IPinterestClient With(Func<PinterestClientOptions, PinterestClientOptions> change);

    /// <inheritdoc cref="PinterestClient.With(PinterestCallOptions)"/>
    IPinterestClient With(PinterestCallOptions call);

    /// <inheritdoc cref="PinterestClient.SendAsync(PinterestRawCall, CancellationToken)"/>
    Task<JToken> SendAsync(PinterestRawCall call, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PinterestClient.SendAsync{T}(PinterestRawCall, CancellationToken)"/>
    Task<T> SendAsync<T>(PinterestRawCall call, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PinterestClient.CreateImagePinAsync"/>
    Task<Pin> CreateImagePinAsync(
        IReadOnlyList<PinImage> images,
        PinDraft pin,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc
    ///   cref="PinterestClient.CreateVideoPinAsync(Stream, PinDraft, VideoCover, VideoUploadOptions, Progress, CancellationToken)"/>
    Task<Pin> CreateVideoPinAsync(
        Stream content,
        PinDraft pin,
        VideoCover cover,
        VideoUploadOptions? options = null,
        IProgress<UploadProgress>? progress = null,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc
    ///   cref="PinterestClient.CreateVideoPinAsync(string, PinDraft, VideoCover, VideoUploadOptions, Progress, CancellationToken)"/>
    Task<Pin> CreateVideoPinAsync(
        string path,
        PinDraft pin,
        VideoCover cover,
        VideoUploadOptions? options = null,
        IProgress<UploadProgress>? progress = null,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.UploadVideoAsync(Stream, VideoUploadOptions?, IProgress{UploadProgress}?, CancellationToken)"/>
    Task<string> UploadVideoAsync(
        Stream content,
        VideoUploadOptions? options = null,
        IProgress<UploadProgress>? progress = null,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.UploadVideoAsync(string, VideoUploadOptions?, IProgress{UploadProgress}?, CancellationToken)"/>
    Task<string> UploadVideoAsync(
        string path,
        VideoUploadOptions? options = null,
        IProgress<UploadProgress>? progress = null,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.RegisterVideoAsync"/>
    Task<RegisteredUpload> RegisterVideoAsync(CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PinterestClient.ResumeVideoUploadAsync"/>
    Task<string> ResumeVideoUploadAsync(
        RegisteredUpload upload,
        Stream content,
        VideoUploadOptions? options = null,
        IProgress<UploadProgress>? progress = null,
        CancellationToken cancellationToken = default
    );
}
