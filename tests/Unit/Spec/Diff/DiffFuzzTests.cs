using System.Diagnostics;
using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Diff;

/// <summary>
/// Damages real descriptions by a seed. Whatever comes of it is compared, or refused with a clear error, in bounded
/// time.
/// </summary>
public sealed class DiffFuzzTests
{
    private const int Seed = 5023;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public void Damaged_operations_are_compared_or_refused()
    {
        var count = LongRuns.Or(10_000, 2_000);
        var description = Repository.Description();
        var random = new Random(Seed);
        var cuts = DamagedDescription.CutOuts(description, every: 6).ToList();
        var pristine = cuts.ConvertAll(cut => Read(Encoding.UTF8.GetBytes(cut.ToString(Formatting.None)))!);
        var compared = 0;
        for (var i = 0; i < count; i++)
        {
            var which = random.Next(cuts.Count);
            var damaged = (JObject)cuts[which].DeepClone();
            DamagedDescription.Damage(damaged, random.Next(1, 4), random);
            if (CompareBounded(pristine[which], Encoding.UTF8.GetBytes(damaged.ToString(Formatting.None)), i))
            {
                compared++;
            }
        }

        Assert.InRange(compared, count * 9 / 10, count);
    }

    [Fact]
    public void Damaged_descriptions_are_compared_or_refused()
    {
        var description = Repository.Description();
        var pristine = DescriptionReader.ReadForComparison(
            File.ReadAllBytes(Repository.Layout.PinnedDescription),
            "pinned"
        );
        var random = new Random(Seed);
        var count = int.Parse(
            Environment.GetEnvironmentVariable("PINTEREST_FUZZ") ?? "20",
            CultureInfo.InvariantCulture
        );
        for (var i = 0; i < count; i++)
        {
            var damaged = (JObject)description.DeepClone();
            DamagedDescription.Damage(damaged, random.Next(1, 20), random);

            // One way each, in turns: a whole description takes a tenth of a second.
            CompareBounded(pristine, Encoding.UTF8.GetBytes(damaged.ToString(Formatting.None)), i, bothWays: false);
        }
    }

    private static bool CompareBounded(Description pristine, byte[] bytes, int round, bool bothWays = true)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            if (Read(bytes) is not { } damaged)
            {
                return false;
            }

            var (first, second) = round % 2 == 0 ? (pristine, damaged) : (damaged, pristine);
            var there = DescriptionDiff.Compare(first, second);
            var back = bothWays ? DescriptionDiff.Compare(second, first) : there;
            Assert.All(
                there.Findings.Concat(back.Findings),
                finding => Assert.False(string.IsNullOrEmpty(finding.Message) || string.IsNullOrEmpty(finding.Pointer))
            );
            if (round % 100 == 0)
            {
                Assert.All(DiffReports.Formats, format => DiffReports.Print(there, format));
            }

            return true;
        }
        catch (SpecException)
        {
            return false;
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"Round {round} of seed {Seed}: {error.Message}", error);
        }
        finally
        {
            Assert.True(
                Stopwatch.GetElapsedTime(start) < Limit,
                $"Round {round} of seed {Seed} took {Stopwatch.GetElapsedTime(start)}."
            );
        }
    }

    private static Description? Read(byte[] bytes)
    {
        try
        {
            return DescriptionReader.ReadForComparison(bytes, "damaged.json");
        }
        catch (SpecException)
        {
            return null;
        }
    }
}
