using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Spec.Reports.Html;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

/// <summary>Beside a finding stand the lines that differ, from both files, and never a whole file.</summary>
public sealed class PlaceExcerptsTests
{
    [Fact]
    public void Of_a_long_list_only_the_difference_and_its_neighbours_are_shown()
    {
        var values = Enumerable.Range(100, 200).Select(i => $"V{i}").ToList();
        var (before, after) = Excerpts(Enum(values), Enum(values.Where(value => value != "V150")));

        Assert.Equal(["  \"enum\": [", "  …", "    \"V149\",", "-   \"V150\",", "    \"V151\",", "  …"], Texts(before));
        Assert.Equal("removed", before.Lines.Single(line => line.Style.Length > 0).Style);
        Assert.DoesNotContain(after.Lines, line => line.Style.Length > 0);
        Assert.Equal(13, after.Lines.Count);
    }

    [Fact]
    public void A_keyword_is_shown_within_its_schema_on_both_sides()
    {
        var (before, after) = Excerpts(
            "Thing: {type: object, properties: {name: {type: string}}}",
            "Thing: {type: object, properties: {name: {type: string, nullable: true}}}"
        );

        Assert.Equal(["  \"name\": {", "    \"type\": \"string\"", "  }"], Texts(before));
        Assert.Equal(["  \"name\": {", "    \"type\": \"string\",", "+   \"nullable\": true", "  }"], Texts(after));
    }

    [Fact]
    public void A_property_that_was_added_is_in_one_file_only()
    {
        var (before, after) = Excerpts(
            "Thing: {type: object, properties: {name: {type: string}}}",
            "Thing: {type: object, properties: {name: {type: string}, size: {type: integer}}}"
        );

        Assert.Empty(before.Lines);
        Assert.Equal("Before: not in 1.0.0", before.Label);
        Assert.Equal(["+ \"size\": {", "+   \"type\": \"integer\"", "+ }"], Texts(after));
        Assert.StartsWith("After: 1.0.0, small.yaml:", after.Label, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_and_a_deep_value_are_cut()
    {
        JToken deep = new JValue(new string('x', 100_000));
        for (var i = 0; i < 3_000; i++)
        {
            deep = new JArray(deep);
        }

        Assert.Equal(400, JsonLines.Of(deep, 400).Count);
        var line = Assert.Single(JsonLines.Of(new JValue(new string('x', 119) + "😀"), 10));
        Assert.Equal($"\"{new string('x', 119)}…\"", line);
        Assert.Equal(["{", "  \"a\": [],", "  \"b\": null", "}"], JsonLines.Of(JObject.Parse("{a: [], b: null}"), 10));
    }

    [Fact]
    public void Thousands_of_findings_share_a_room_and_the_rest_is_counted()
    {
        var names = Enumerable.Range(0, 6_000).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
        var result = Compare(
            "Thing: {type: object}",
            $"Thing: {{type: object, properties: {{{string.Join(", ", names.Select(Property))}}}}}"
        );
        var excerpts = new PlaceExcerpts(result);
        var shown = result.Findings.Sum(finding => excerpts.Of(finding).Sum(one => one.Lines.Sum(l => l.Text.Length)));

        Assert.Equal(6_000, result.Findings.Count);
        Assert.InRange(excerpts.NotShown, 1, 5_900);
        Assert.InRange(shown, 100_000, 1_010_000);
        Assert.Contains(
            $"{excerpts.NotShown} findings are listed without the changed piece",
            DiffReports.Print(result, "html"),
            StringComparison.Ordinal
        );

        static string Property(string name) => $"p{name}: {{type: string, enum: [{new string('y', 120)}, {name}x]}}";
    }

    private static string Enum(IEnumerable<string> values) =>
        $"Thing: {{type: object, properties: {{kind: {{type: string, enum: [{string.Join(", ", values)}]}}}}}}";

    private static (ExcerptPart Before, ExcerptPart After) Excerpts(string before, string after)
    {
        var result = Compare(before, after);
        var both = new PlaceExcerpts(result).Of(Assert.Single(result.Findings));
        return (both[0], both[1]);
    }

    private static List<string> Texts(ExcerptPart excerpt) => [.. excerpt.Lines.Select(line => line.Text)];

    private static DiffResult Compare(string before, string after) =>
        DescriptionDiff.Compare(Read(before), Read(after));

    private static Description Read(string schemas) =>
        DescriptionReader.ReadForComparison(Encoding.UTF8.GetBytes(SmallDescription.Yaml(schemas)), "small.yaml");
}
