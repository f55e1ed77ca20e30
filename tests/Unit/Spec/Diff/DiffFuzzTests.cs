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
    private static readonly string[] Keywords =
    [
        "type",
        "enum",
        "oneOf",
        "anyOf",
        "allOf",
        "properties",
        "items",
        "required",
        "nullable",
        "format",
        "pattern",
        "maxLength",
        "minimum",
        "discriminator",
        "additionalProperties",
        "parameters",
        "responses",
        "content",
        "schema",
        "$ref",
        "security",
        "readOnly",
        "default",
        "not",
    ];

    [Fact]
    public void Ten_thousand_damaged_operations_are_compared_or_refused()
    {
        var description = Repository.Description();
        var random = new Random(Seed);
        var cuts = CutOuts(description).ToList();
        var pristine = cuts.ConvertAll(cut => Read(Encoding.UTF8.GetBytes(cut.ToString(Formatting.None)))!);
        var compared = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var which = random.Next(cuts.Count);
            var damaged = (JObject)cuts[which].DeepClone();
            Damage(damaged, random.Next(1, 4), random);
            if (CompareBounded(pristine[which], Encoding.UTF8.GetBytes(damaged.ToString(Formatting.None)), i))
            {
                compared++;
            }
        }

        Assert.InRange(compared, 9_000, 10_000);
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
            Environment.GetEnvironmentVariable("PINTEREST_FUZZ") ?? "50",
            CultureInfo.InvariantCulture
        );
        for (var i = 0; i < count; i++)
        {
            var damaged = (JObject)description.DeepClone();
            Damage(damaged, random.Next(1, 20), random);

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

    // One operation with all that it refers to.
    private static IEnumerable<JObject> CutOuts(JObject description)
    {
        foreach (var path in ((JObject)description["paths"]!).Properties().Where((_, i) => i % 6 == 0))
        {
            var cut = new JObject
            {
                ["openapi"] = "3.0.3",
                ["info"] = description["info"]!.DeepClone(),
                ["paths"] = new JObject(path.DeepClone()),
                ["components"] = new JObject(),
            };
            var pending = new Queue<string>(Targets(cut));
            var seen = new HashSet<string>();
            while (pending.TryDequeue(out var target))
            {
                if (!seen.Add(target) || JsonPointer.Find(description, target) is not JObject node)
                {
                    continue;
                }

                var steps = JsonPointer.Steps(target).ToList();
                var section = cut["components"]![steps[1]] as JObject ?? [];
                cut["components"]![steps[1]] = section;
                section[steps[2]] = node.DeepClone();
                foreach (var next in Targets(node))
                {
                    pending.Enqueue(next);
                }
            }

            yield return cut;
        }
    }

    private static IEnumerable<string> Targets(JToken node) =>
        ((JContainer)node)
            .DescendantsAndSelf()
            .OfType<JProperty>()
            .Where(property => property.Name == "$ref")
            .Select(property => (string)property.Value!);

    private static void Damage(JObject root, int times, Random random)
    {
        var tokens = root.Descendants().Where(token => token is JProperty or JValue).ToList();
        for (; times > 0; times--)
        {
            var token = tokens[random.Next(tokens.Count)];

            // What was cut off with a larger part is gone already.
            if (token.Parent is not null && token.Root == root)
            {
                Damage(root, token, random);
            }
        }
    }

    private static void Damage(JObject root, JToken token, Random random)
    {
        JToken value = random.Next(9) switch
        {
            0 => JValue.CreateNull(),
            1 => new JValue(random.Next(-5, 100)),
            2 => new JValue(Keywords[random.Next(Keywords.Length)]),
            3 => new JArray(new JObject(), new JObject { ["type"] = "string" }),
            4 => new JObject
            {
                ["$ref"] = (root["components"].Member("schemas") as JObject)?.Properties().FirstOrDefault()
                    is { } schema
                    ? "#/components/schemas/" + schema.Name
                    : "#/nowhere",
            },
            5 => new JObject
            {
                ["allOf"] = new JArray(
                    new JObject { ["$ref"] = "#/components/schemas/A" },
                    new JObject { ["type"] = "integer" }
                ),
            },
            6 => new JValue(true),
            7 => new JObject { ["$ref"] = JsonPointer.Of(token is JProperty inner ? inner.Value : token) },
            _ => new JArray(JValue.CreateNull(), 1, "x"),
        };
        switch (token)
        {
            case JProperty property when random.Next(3) == 0:
                property.Remove();
                break;
            case JProperty property when random.Next(2) == 0 && property.Parent is JObject parent:
                parent[Keywords[random.Next(Keywords.Length)]] = value;
                break;
            case JProperty property:
                property.Value = value;
                break;
            default:
                token.Replace(value);
                break;
        }
    }
}
