using System.Globalization;
using System.Reflection;
using Pinterest.OpenApi.Spec.Reports.Html;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>Where a report comes from: the date and the tool.</summary>
internal static class ReportOrigin
{
    /// <summary>Gets the version of the tool.</summary>
    public static string ToolVersion { get; } =
        typeof(ReportOrigin)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? "0.0.0";

    /// <summary>Gives the facts that a page shows below its verdict.</summary>
    /// <param name="name">What happened at the time, for example Compared.</param>
    /// <param name="made">The time; null leaves it out.</param>
    public static IEnumerable<FactPart> Facts(string name, DateTimeOffset? made)
    {
        if (made is { } time)
        {
            var text = time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            yield return new FactPart { Name = name, Value = $"{text} UTC" };
        }

        yield return new FactPart { Name = "Tool", Value = $"pinterest-openapi {ToolVersion}" };
    }
}
