using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>One report at Pinterest. It is requested, then its state is polled until it has a file.</summary>
/// <param name="connection">Sends the calls.</param>
/// <param name="kind">Which report it is.</param>
/// <param name="options">How long it may take.</param>
internal sealed class ReportJob(PinterestConnection connection, ReportKind kind, ReportOptions options)
{
    private static readonly TimeSpan FirstPoll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(15);

    private readonly TimeProvider _time = connection.Options.TimeProvider;

    /// <summary>Requests the report.</summary>
    /// <param name="parameters">The parameters of the request, by their names; null is left out.</param>
    /// <param name="body">The body, or null for none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The token of the report.</returns>
    public async Task<string> CreateAsync(
        IReadOnlyList<KeyValuePair<string, object?>> parameters,
        JObject? body,
        CancellationToken cancellationToken
    )
    {
        var request = Request(kind.CreateOperation, parameters);
        if (body is not null)
        {
            request.SetBody<JToken>(body);
        }

        var response = await connection.SendAsync<JToken>(request, cancellationToken).ConfigureAwait(false);
        var token = Text(response, "token");
        ThrowIfEnded(StatusOf(response), token);
        return string.IsNullOrEmpty(token)
            ? throw Fail(ReportFailure.Incomplete, "Pinterest returned no token for it. Request it again.", null)
            : token;
    }

    /// <summary>Waits until the report has a file.</summary>
    /// <param name="token">The token of the report.</param>
    /// <param name="adAccountId">The ad account, where the operation has one.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The address of the file.</returns>
    public async Task<Uri> WaitAsync(string token, string? adAccountId, CancellationToken cancellationToken)
    {
        var end = _time.GetUtcNow() + options.Timeout;
        for (var pause = FirstPoll; ; pause = Longer(pause))
        {
            var request = Request(kind.GetOperation, [new("ad_account_id", adAccountId), new("token", token)]);
            var response = await connection.SendAsync<JToken>(request, cancellationToken).ConfigureAwait(false);
            var status = StatusOf(response);
            if (status == "FINISHED")
            {
                return Uri.TryCreate(Text(response, "url"), UriKind.Absolute, out var address)
                    ? address
                    : throw Fail(
                        ReportFailure.Incomplete,
                        "It is finished but has no address. Request it again.",
                        token
                    );
            }

            ThrowIfEnded(status, token);
            if (_time.GetUtcNow() + pause > end)
            {
                throw Fail(
                    ReportFailure.TimedOut,
                    $"Pinterest has not created it within {options.Timeout.TotalSeconds:0} s. Increase "
                        + $"{nameof(ReportOptions)}.{nameof(ReportOptions.Timeout)}, or request fewer days or columns.",
                    token
                );
            }

            await Task.Delay(pause, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 1.5 < LongestPoll ? pause * 1.5 : LongestPoll;

    private static PinterestRequest Request(string operation, IEnumerable<KeyValuePair<string, object?>> parameters)
    {
        var request = new PinterestRequest(Operations.Find(operation));
        foreach (var (name, value) in parameters)
        {
            request.Add(name, value);
        }

        return request;
    }

    // Compared without regard to case, as all values of enums are.
    private static string? StatusOf(JToken response) => Text(response, "report_status")?.ToUpperInvariant();

    // Some responses have the members of the report below a member of their own.
    private static string? Text(JToken response, string member)
    {
        var value = (response as JObject)?[member] ?? ((response as JObject)?["data"] as JObject)?[member];
        return value is null ? null : ValueText.Of(value);
    }

    // A state that this version does not know may lead to a file; the time limit ends the waiting.
    private void ThrowIfEnded(string? status, string? token)
    {
        switch (status)
        {
            case "FAILED":
                throw Fail(
                    ReportFailure.Failed,
                    "Pinterest could not create it. Request it again later, or request fewer days or columns.",
                    token
                );
            case "CANCELLED":
                throw Fail(ReportFailure.Cancelled, "It was cancelled. Request it again.", token);
            case "EXPIRED":
                throw Fail(ReportFailure.Expired, "Pinterest has removed it. Request it again.", token);
            case "DOES_NOT_EXIST":
                throw Fail(
                    ReportFailure.DoesNotExist,
                    "Pinterest does not know it. Request it again for the same ad account.",
                    token
                );
        }
    }

    private PinterestReportException Fail(ReportFailure failure, string message, string? token) =>
        new(failure, $"{kind.Name}: {message}") { Token = token };
}
