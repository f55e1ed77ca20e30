using System.Xml.Linq;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>
/// The project of the client, without the step that generates it. Example: of &lt;Import Project="Generate.targets"
/// /&gt; and &lt;PackageReference Include="Polly.Core" /&gt; only the package reference stays.
/// </summary>
internal static class CandidateProject
{
    // The generated files of a candidate are there already, so what makes them would only replace them.
    private static readonly string[] Generating = ["ProjectReference", "Import"];

    /// <summary>Reads a project and writes it without the generating step.</summary>
    public static void Write(string source, string target)
    {
        var project = XDocument.Load(source);
        project.Descendants().Where(element => Generating.Contains(element.Name.LocalName)).Remove();
        project.Save(target);
    }
}
