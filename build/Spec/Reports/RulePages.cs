using System.Reflection;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>Where the documentation site has the page of a rule. <c>docs/build</c> makes it.</summary>
internal static class RulePages
{
    // Directory.Build.props has the address; the build writes it into the assembly.
    private static readonly string Site = typeof(RulePages)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "ProjectAddress")
        .Value!;

    /// <summary>Gives the address of a rule's page. Example: https://pinterest-openapi.example/rules/enum-value-removed.html.</summary>
    public static string Of(DiffRule rule) => $"{Site}/rules/{rule.Id}.html";
}
