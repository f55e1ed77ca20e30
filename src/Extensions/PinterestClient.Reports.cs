using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <content>Reports, which Pinterest makes in the background.</content>
public sealed partial class PinterestClient
{
    /// <summary>
    /// Reads an ads report: requests it, waits until Pinterest has created it, and returns its rows during the
    /// download. A range that is too long for one report is split into several reports. So is a list of ids or statuses
    /// that is too long. The rows of the reports follow one after the other.
    /// </summary>
    /// <typeparam name="T">The model of the request: the body of the operation analytics/create_report.</typeparam>
    /// <param name="adAccountId">The ad account.</param>
    /// <param name="request">The columns, the level, the days and the filters. The form of the file may be CSV or
    /// JSON.</param>
    /// <param name="options">The limits for waiting and reading; null for the defaults.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellationToken">Ends the waiting and the download.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="ArgumentException">The range is reversed, in the future or begins too long ago. The request
    /// needs several reports, but their rows cannot be merged.</exception>
    /// <exception cref="PinterestReportException">Pinterest could not create the report, or its file could not be
    /// read.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected a call.</exception>
    public IAsyncEnumerable<AnalyticsRow> ReadAdsReportAsync<T>(
        string adAccountId,
        T request,
        ReportOptions? options = null,
        IProgress<ReportProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
        where T : PinterestModel
    {
        ArgumentException.ThrowIfNullOrEmpty(adAccountId);
        return ReadReport(ReportKind.Ads, adAccountId, request, options, progress, cancellationToken);
    }

    /// <summary>Reads a report of conversions by brand, category or product.</summary>
    /// <typeparam name="T">The model of the request: the body of the operation
    /// analytics/create_conversion_product_report.</typeparam>
    /// <param name="adAccountId">The ad account.</param>
    /// <param name="request">The columns, the level and the days.</param>
    /// <param name="options">The limits for waiting and reading; null for the defaults.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellationToken">Ends the waiting and the download.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="PinterestReportException">Pinterest could not create the report, or its file could not be
    /// read.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected a call.</exception>
    public IAsyncEnumerable<AnalyticsRow> ReadConversionProductReportAsync<T>(
        string adAccountId,
        T request,
        ReportOptions? options = null,
        IProgress<ReportProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
        where T : PinterestModel
    {
        ArgumentException.ThrowIfNullOrEmpty(adAccountId);
        return ReadReport(ReportKind.ConversionProducts, adAccountId, request, options, progress, cancellationToken);
    }

    /// <summary>Reads a report for marketing mix modelling.</summary>
    /// <typeparam name="T">The model of the request: the body of the operation analytics/create_mmm_report.</typeparam>
    /// <param name="adAccountId">The ad account.</param>
    /// <param name="request">The columns, the level and the days.</param>
    /// <param name="options">The limits for waiting and reading; null for the defaults.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellationToken">Ends the waiting and the download.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="PinterestReportException">Pinterest could not create the report, or its file could not be
    /// read.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected a call.</exception>
    public IAsyncEnumerable<AnalyticsRow> ReadMarketingMixReportAsync<T>(
        string adAccountId,
        T request,
        ReportOptions? options = null,
        IProgress<ReportProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
        where T : PinterestModel
    {
        ArgumentException.ThrowIfNullOrEmpty(adAccountId);
        return ReadReport(ReportKind.MarketingMix, adAccountId, request, options, progress, cancellationToken);
    }

    /// <summary>Reads a report of a catalog, for example of its items or of the problems of a feed.</summary>
    /// <typeparam name="T">The model of the request: the body of the operation reports/create.</typeparam>
    /// <param name="request">The kind of the report and its filters.</param>
    /// <param name="adAccountId">The ad account that the user acts for; null for the one of the client's options, or
    /// none.</param>
    /// <param name="options">The limits for waiting and reading; null for the defaults.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellationToken">Ends the waiting and the download.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="PinterestReportException">Pinterest could not create the report, or its file could not be
    /// read.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected a call.</exception>
    public IAsyncEnumerable<AnalyticsRow> ReadCatalogsReportAsync<T>(
        T request,
        string? adAccountId = null,
        ReportOptions? options = null,
        IProgress<ReportProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
        where T : PinterestModel =>
        ReadReport(ReportKind.Catalogs, adAccountId, request, options, progress, cancellationToken);

    /// <summary>Reads a report that a template of the ad account describes.</summary>
    /// <param name="adAccountId">The ad account.</param>
    /// <param name="templateId">The template.</param>
    /// <param name="range">The first and the last day; null for those of the template.</param>
    /// <param name="options">The limits for waiting and reading; null for the defaults.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellationToken">Ends the waiting and the download.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="PinterestReportException">Pinterest could not create the report, or its file could not be
    /// read.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected a call.</exception>
    public IAsyncEnumerable<AnalyticsRow> ReadTemplateReportAsync(
        string adAccountId,
        string templateId,
        (DateOnly Start, DateOnly End)? range = null,
        ReportOptions? options = null,
        IProgress<ReportProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(adAccountId);
        ArgumentException.ThrowIfNullOrEmpty(templateId);
        var reader = ReaderOf(ReportKind.Template, options, progress);
        return reader.ReadAsync(
            adAccountId,
            [new("template_id", templateId), new("start_date", range?.Start), new("end_date", range?.End)],
            [null],
            cancellationToken
        );
    }

    /// <summary>Reads the file of a finished report.</summary>
    /// <param name="address">The address from Pinterest. No token is sent to it.</param>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="PinterestReportException">The address is not allowed, or the file could not be
    /// read.</exception>
    public IAsyncEnumerable<AnalyticsRow> ReadReportFileAsync(
        Uri address,
        ReportOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(address);
        return ReaderOf(ReportKind.Ads, options, null).ReadFileAsync(address, cancellationToken);
    }

    private IAsyncEnumerable<AnalyticsRow> ReadReport<T>(
        ReportKind kind,
        string? adAccountId,
        T request,
        ReportOptions? options,
        IProgress<ReportProgress>? progress,
        CancellationToken cancellationToken
    )
        where T : PinterestModel
    {
        ArgumentNullException.ThrowIfNull(request);
        return ReadPartsAsync(ReaderOf(kind, options, progress), adAccountId, request, cancellationToken);
    }

    // The request is cut when the rows are asked for, by the day on which that is.
    private static async IAsyncEnumerable<AnalyticsRow> ReadPartsAsync<T>(
        ReportReader reader,
        string? adAccountId,
        T request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : PinterestModel
    {
        IReadOnlyList<JObject?> parts = reader.Cut(request);
        await foreach (var row in reader.ReadAsync(adAccountId, [], parts, cancellationToken).ConfigureAwait(false))
        {
            yield return row;
        }
    }

    private ReportReader ReaderOf(ReportKind kind, ReportOptions? options, IProgress<ReportProgress>? progress)
    {
        var chosen = options ?? new ReportOptions();
        chosen.Validate();
        return new ReportReader(_connection, kind, chosen, progress);
    }
}
