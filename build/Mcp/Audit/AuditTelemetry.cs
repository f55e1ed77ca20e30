using System.Diagnostics;
using System.Diagnostics.Metrics;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>A span and two figures for each call of an agent, for OpenTelemetry. No arguments and no texts are in them.</summary>
public static class AuditTelemetry
{
    /// <summary>The name of the source of spans and of the meter.</summary>
    public const string SourceName = "Pinterest.OpenApi.Mcp";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly Meter Meter = new(SourceName);
    private static readonly Counter<long> Calls = Meter.CreateCounter<long>(
        "pinterest.mcp.calls",
        "{call}",
        "Calls of agents, by tool and outcome."
    );
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "pinterest.mcp.call.duration",
        "s",
        "How long a call of an agent took in all."
    );

    /// <summary>Begins the span of a call; null when nobody listens.</summary>
    public static Activity? Start(string agent, AgentCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var activity = Source.StartActivity($"execute_tool {call.Tool}", ActivityKind.Internal);
        activity?.SetTag("pinterest.mcp.agent", agent);
        activity?.SetTag("gen_ai.tool.name", call.Tool);
        activity?.SetTag("pinterest.mcp.operation", call.Operations is [var first, ..] ? first : null);
        return activity;
    }

    /// <summary>Ends the span of a call, and counts it.</summary>
    /// <param name="activity">What <see cref="Start"/> gave.</param>
    /// <param name="outcome">The second entry of the call.</param>
    public static void Stop(Activity? activity, AuditEntry outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var word = outcome.Outcome is { } known ? AuditWords.Of(known) : AuditWords.Of(AuditOutcome.Unknown);
        var tags = new TagList { { "gen_ai.tool.name", outcome.Tool }, { "pinterest.mcp.outcome", word } };
        Calls.Add(1, tags);
        if (outcome.Milliseconds is { } milliseconds)
        {
            Duration.Record(TimeSpan.FromMilliseconds(milliseconds).TotalSeconds, tags);
        }

        if (activity is null)
        {
            return;
        }

        activity.SetTag("pinterest.mcp.outcome", word);
        activity.SetTag("pinterest.mcp.decision", outcome.Decision);
        activity.SetTag("pinterest.mcp.rule", outcome.Rule);
        activity.SetTag("pinterest.mcp.entry", outcome.Number);
        if (outcome.Outcome is AuditOutcome.Failed or AuditOutcome.Unknown)
        {
            activity.SetStatus(ActivityStatusCode.Error, outcome.ErrorKind);
        }

        activity.Dispose();
    }
}
