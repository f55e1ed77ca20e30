using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>Requests the figures of the user account and of Pins in as many calls as the limits of one call
/// need.</summary>
internal sealed class OrganicAnalyticsCalls(PinterestConnection connection, AnalyticsOptions options)
{
    private const int PinsPerCall = 100;
    private const string Advice = "Pinterest does not return older figures. Store the figures that you need later.";

    public async Task<IReadOnlyDictionary<string, AnalyticsSeries>> OfUserAsync(
        DateOnly start,
        DateOnly end,
        CancellationToken cancellationToken
    )
    {
        var series = new SeriesBuilder();
        foreach (var slice in Slices(start, end))
        {
            var request = Request("user_account/analytics", slice);
            request.Add("content_type", options.ContentType);
            request.Add("source", options.Source);
            request.Add("pin_format", options.PinFormat);
            request.Add("from_claimed_content", options.FromClaimedContent);
            request.Add("split_field", options.SplitField);
            series.Add(await connection.SendAsync<JToken>(request, cancellationToken).ConfigureAwait(false));
        }

        return series.Build();
    }

    public async Task<IReadOnlyDictionary<string, AnalyticsSeries>> OfPinAsync(
        string pinId,
        DateOnly start,
        DateOnly end,
        CancellationToken cancellationToken
    )
    {
        CheckPins(hasSplit: true);
        var series = new SeriesBuilder();
        foreach (var slice in Slices(start, end))
        {
            var request = Request("pins/analytics", slice);
            request.Add("pin_id", pinId);
            request.Add("split_field", options.SplitField);
            series.Add(await connection.SendAsync<JToken>(request, cancellationToken).ConfigureAwait(false));
        }

        return series.Build();
    }

    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, AnalyticsSeries>>> OfPinsAsync(
        IReadOnlyList<string> pinIds,
        DateOnly start,
        DateOnly end,
        CancellationToken cancellationToken
    )
    {
        CheckPins(hasSplit: false);
        var pins = new Dictionary<string, SeriesBuilder>(StringComparer.Ordinal);
        foreach (var slice in Slices(start, end))
        {
            foreach (var chunk in pinIds.Distinct(StringComparer.Ordinal).Chunk(PinsPerCall))
            {
                var request = Request("multi_pins/analytics", slice);
                request.Add("pin_ids", chunk);
                var response = await connection.SendAsync<JToken>(request, cancellationToken).ConfigureAwait(false);
                AddPins(pins, response);
            }
        }

        return pins.ToDictionary(pin => pin.Key, pin => pin.Value.Build(), StringComparer.Ordinal);
    }

    private static void AddPins(Dictionary<string, SeriesBuilder> pins, JToken response)
    {
        foreach (var pin in (response as JObject)?.Properties() ?? [])
        {
            if (!pins.TryGetValue(pin.Name, out var series))
            {
                series = new SeriesBuilder();
                pins[pin.Name] = series;
            }

            series.Add(pin.Value);
        }
    }

    // A filter that the operation does not have would be lost without a word.
    private void CheckPins(bool hasSplit)
    {
        if (options.Metrics.Count == 0)
        {
            throw new ArgumentException(
                $"{nameof(AnalyticsOptions.Metrics)} must name at least one figure, for example IMPRESSION.",
                nameof(options)
            );
        }

        var foreign = options switch
        {
            { ContentType: not null } => nameof(AnalyticsOptions.ContentType),
            { Source: not null } => nameof(AnalyticsOptions.Source),
            { PinFormat: not null } => nameof(AnalyticsOptions.PinFormat),
            { FromClaimedContent: not null } => nameof(AnalyticsOptions.FromClaimedContent),
            { SplitField: not null } when !hasSplit => nameof(AnalyticsOptions.SplitField),
            _ => null,
        };
        if (foreign is not null)
        {
            throw new ArgumentException($"This call has no filter {foreign}. Leave it null.", nameof(options));
        }
    }

    private IEnumerable<(DateOnly Start, DateOnly End)> Slices(DateOnly start, DateOnly end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.DaysPerCall, 1);
        var today = DateOnly.FromDateTime(connection.Options.TimeProvider.GetUtcNow().UtcDateTime);
        DateSlices.Check(start, end, today, options.MaxDaysBack, Advice);
        return DateSlices.Of(start, end, options.DaysPerCall);
    }

    private PinterestRequest Request(string operation, (DateOnly Start, DateOnly End) slice)
    {
        var request = new PinterestRequest(Operations.Find(operation)) { ExpectedJson = JTokenType.Object };
        request.Add("start_date", slice.Start);
        request.Add("end_date", slice.End);
        request.Add("metric_types", options.Metrics);
        request.Add("app_types", options.AppTypes);
        request.Add("ad_account_id", options.AdAccountId);
        return request;
    }
}
