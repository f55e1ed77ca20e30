using System.Xml.Linq;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Checking;

/// <summary>The generating step is left out of a candidate's project, however the file is formatted.</summary>
public sealed class CandidateProjectTests
{
    [Fact]
    public void The_project_of_this_repository_loses_only_the_generating_step()
    {
        var source = Path.Combine(Repository.Root, "src", "Pinterest.OpenApi.csproj");
        var written = Write(File.ReadAllText(source));

        Assert.Empty(Elements(written, "Import"));
        Assert.Empty(Elements(written, "ProjectReference"));
        Assert.Equal(
            Elements(XDocument.Load(source), "PackageReference")
                .Select(element => (string?)element.Attribute("Include")),
            Elements(written, "PackageReference").Select(element => (string?)element.Attribute("Include"))
        );
    }

    [Fact]
    public void An_element_over_several_lines_is_left_out_whole()
    {
        var written = Write(
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <PackageReference
                  Include="Polly.Core"
                /><ProjectReference
                  Include="../build/Generate/Pinterest.OpenApi.Generate.csproj"
                  ReferenceOutputAssembly="false"
                >
                  <PrivateAssets>all</PrivateAssets>
                </ProjectReference>
              </ItemGroup>
              <Import
                Project="Generate.targets"
              />
            </Project>
            """
        );

        Assert.Empty(Elements(written, "Import"));
        Assert.Empty(Elements(written, "ProjectReference"));
        Assert.Empty(Elements(written, "PrivateAssets"));
        Assert.Single(Elements(written, "PackageReference"));
    }

    [Fact]
    public void A_project_that_generates_nothing_keeps_all_that_it_has()
    {
        var written = Write(
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup><PackageReference Include="Polly.Core" /></ItemGroup>
            </Project>
            """
        );

        Assert.Equal(
            ["Project", "PropertyGroup", "Nullable", "ItemGroup", "PackageReference"],
            written.Descendants().Select(element => element.Name.LocalName)
        );
    }

    private static XDocument Write(string project)
    {
        using var folder = new TemporaryFolder();
        var target = Path.Combine(folder, "written.csproj");
        CandidateProject.Write(folder.Write("source.csproj", project), target);
        return XDocument.Load(target);
    }

    private static IEnumerable<XElement> Elements(XDocument project, string name) => project.Descendants(name);
}
