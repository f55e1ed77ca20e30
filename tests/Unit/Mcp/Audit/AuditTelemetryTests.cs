using System.Diagnostics;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Audit;

/// <summary>A call is a span that tells tool, agent and outcome, and no text of the call.</summary>
public sealed class AuditTelemetryTests
{
    [Fact]
    public void A_span_tells_what_became_of_the_call()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == AuditTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);

        var span = AuditTelemetry.Start("blog-helper", StoredLog.Call("""{"title":"secret"}"""));
        AuditTelemetry.Stop(span, StoredLog.Outcome(AuditOutcome.Failed) with { ErrorKind = "NotFound" });

        Assert.Equal("execute_tool pinterest_create_pin", span!.DisplayName);
        Assert.Equal("blog-helper", span.GetTagItem("pinterest.mcp.agent"));
        Assert.Equal("failed", span.GetTagItem("pinterest.mcp.outcome"));
        Assert.Equal((ActivityStatusCode.Error, "NotFound"), (span.Status, span.StatusDescription));
        Assert.DoesNotContain(span.TagObjects, tag => tag.Value is string text && text.Contains("secret"));
    }

    [Fact]
    public void Without_a_listener_nothing_is_made() => AuditTelemetry.Stop(activity: null, StoredLog.Outcome());
}
