using Pinterest.OpenApi.Spec.Changelog;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Changelog;

/// <summary>A small API that we made up, with a changelog in the form of Pinterest's.</summary>
internal static class Houses
{
    public static string Changelog => PathOf("changes.md");

    public static string Base => PathOf("houses-1.0.0.yaml");

    public static string Revision => PathOf("houses-1.1.0.yaml");

    public static FlagComparison Compare() =>
        FlagComparison.Of(
            new Sides<string>(Base, Revision).Select(file =>
                DescriptionReader.ReadForComparison(File.ReadAllBytes(file), file)
            ),
            FlagSet.Of(PinterestChangelog.Read(Changelog))
        );

    public static string PathOf(string file) =>
        Path.Combine(Repository.Root, "tests", "Unit", "Spec", "Changelog", "Houses", file);
}
