using System.Reflection;
using Microsoft.Playwright;

namespace Pinterest.OpenApi.Browser;

/// <summary>Looks for barriers on a page: what people who use a keyboard or a screen reader cannot use or read.</summary>
internal static class Axe
{
    private const string Run = """
        () => axe.run().then(result => result.violations
            .filter(found => found.impact === 'serious' || found.impact === 'critical')
            .map(found => `${found.impact} ${found.id}: ${found.nodes.map(node => node.target.join(' ')).join(', ')}`))
        """;

    private static readonly string Script = File.ReadAllText(
        Path.Combine(
            typeof(Axe)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .First(fact => fact.Key == "RepositoryRoot")
                .Value!,
            "tests",
            "Browser",
            "node_modules",
            "axe-core",
            "axe.min.js"
        )
    );

    /// <summary>Gives the serious and the critical findings.</summary>
    public static async Task<string[]> FindAsync(IPage page)
    {
        // The protocol of the browser runs it, so that the policy of the page can stay as it is.
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
