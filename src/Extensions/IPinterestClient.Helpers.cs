using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <content>Helpers for common work: boards by name, many Pins, figures and new Pins.</content>
public partial interface IPinterestClient
{
    /// <inheritdoc cref="PinterestClient.GetUserAccountAnalyticsAsync"/>
    Task<IReadOnlyDictionary<string, AnalyticsSeries>> GetUserAccountAnalyticsAsync(
        DateOnly start,
        DateOnly end,
        AnalyticsOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.GetPinAnalyticsAsync"/>
    Task<IReadOnlyDictionary<string, AnalyticsSeries>> GetPinAnalyticsAsync(
        string pinId,
        DateOnly start,
        DateOnly end,
        AnalyticsOptions options,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.GetPinsAnalyticsAsync"/>
    Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, AnalyticsSeries>>> GetPinsAnalyticsAsync(
        IEnumerable<string> pinIds,
        DateOnly start,
        DateOnly end,
        AnalyticsOptions options,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.GetAdsAnalyticsAsync"/>
    Task<IReadOnlyList<AnalyticsRow>> GetAdsAnalyticsAsync(
        string adAccountId,
        AdsAnalyticsQuery query,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.FindOrCreateBoardAsync(string, BoardPrivacy?, CancellationToken)"/>
    Task<FoundOrCreated<Board>> FindOrCreateBoardAsync(
        string name,
        BoardPrivacy? privacy = null,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.FindOrCreateBoardAsync(BoardCreate, CancellationToken)"/>
    Task<FoundOrCreated<Board>> FindOrCreateBoardAsync(
        BoardCreate board,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.FindOrCreateSectionAsync"/>
    Task<FoundOrCreated<BoardSection>> FindOrCreateSectionAsync(
        string boardId,
        string name,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.CreatePinsAsync(IAsyncEnumerable{BulkPin}, BulkPinOptions, CancellationToken)"/>
    IAsyncEnumerable<PinOutcome> CreatePinsAsync(
        IAsyncEnumerable<BulkPin> pins,
        BulkPinOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.CreatePinsAsync(IEnumerable{BulkPin}, BulkPinOptions, CancellationToken)"/>
    IAsyncEnumerable<PinOutcome> CreatePinsAsync(
        IEnumerable<BulkPin> pins,
        BulkPinOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.FindCreatedPinAsync"/>
    Task<PinLookup> FindCreatedPinAsync(
        PinDraft pin,
        DateTimeOffset since,
        PinLookupOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.SendConversionEventsAsync{T}"/>
    Task<ConversionResult> SendConversionEventsAsync<T>(
        string adAccountId,
        T events,
        bool isTest = false,
        CancellationToken cancellationToken = default
    )
        where T : PinterestModel;

    /// <inheritdoc cref="PinterestClient.WaitForMediaAsync"/>
    Task<Media> WaitForMediaAsync(
        string mediaId,
        TimeSpan? timeout = null,
        IProgress<MediaUploadStatus>? progress = null,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.ReadAdsReportAsync{T}"/>
    IAsyncEnumerable<AnalyticsRow> ReadAdsReportAsync<T>(
        string adAccountId,
        T request,
        ReportOptions? options = null,
        IProgress<ReportProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
        where T : PinterestModel;

    /// <inheritdoc cref="PinterestClient.ReadConversionProductReportAsync{T}"/>
    IAsyncEnumerable<AnalyticsRow> ReadConversionProductReportAsync<T>(
        string adAccountId,
        T request,
        ReportOptions? options = null,
        IProgress<ReportProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
        where T : PinterestModel;

    /// <inheritdoc cref="PinterestClient.ReadMarketingMixReportAsync{T}"/>
    IAsyncEnumerable<AnalyticsRow> ReadMarketingMixReportAsync<T>(
        string adAccountId,
        T request,
        ReportOptions? options = null,
        IProgress<ReportProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
        where T : PinterestModel;

    /// <inheritdoc cref="PinterestClient.ReadCatalogsReportAsync{T}"/>
    IAsyncEnumerable<AnalyticsRow> ReadCatalogsReportAsync<T>(
        T request,
        string? adAccountId = null,
        ReportOptions? options = null,
        IProgress<ReportProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
        where T : PinterestModel;

    /// <inheritdoc cref="PinterestClient.ReadTemplateReportAsync"/>
    IAsyncEnumerable<AnalyticsRow> ReadTemplateReportAsync(
        string adAccountId,
        string templateId,
        (DateOnly Start, DateOnly End)? range = null,
        ReportOptions? options = null,
        IProgress<ReportProgress>? progress = null,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.ReadReportFileAsync"/>
    IAsyncEnumerable<AnalyticsRow> ReadReportFileAsync(
        Uri address,
        ReportOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.WatchPinsAsync(string, DateTimeOffset?, CancellationToken)"/>
    IAsyncEnumerable<WatchedChange<Pin>> WatchPinsAsync(
        string boardId,
        DateTimeOffset? since = null,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.WatchPinsAsync(string, WatchOptions{Pin}, CancellationToken)"/>
    IAsyncEnumerable<WatchedChange<Pin>> WatchPinsAsync(
        string boardId,
        WatchOptions<Pin> options,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.WatchBoardsAsync(DateTimeOffset?, CancellationToken)"/>
    IAsyncEnumerable<WatchedChange<Board>> WatchBoardsAsync(
        DateTimeOffset? since = null,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="PinterestClient.WatchBoardsAsync(WatchOptions{Board}, CancellationToken)"/>
    IAsyncEnumerable<WatchedChange<Board>> WatchBoardsAsync(
        WatchOptions<Board> options,
        CancellationToken cancellationToken = default
    );
}
