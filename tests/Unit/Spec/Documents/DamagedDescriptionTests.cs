using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Schemas;
using Pinterest.OpenApi.Unit.Support;
using Xunit.Abstractions;

namespace Pinterest.OpenApi.Unit.Spec.Documents;

/// <summary>
/// Whatever is wrong with a description is found when it is read: what was read can be used by every part, and what
/// cannot is refused with an error that says where.
/// </summary>
public sealed class DamagedDescriptionTests(ITestOutputHelper output)
{
    private const int Seed = 5024;

    private static readonly Lazy<IReadOnlyList<PactContract>> Contracts = new(() =>
        PactContract.ReadAll([Repository.Layout.Pacts])
    );

    private static readonly Dictionary<string, Action<Description>> Uses = new(StringComparer.Ordinal)
    {
        ["operations"] = description => OperationCatalogue.Read(description.Root).All.ToList().ForEach(Ask),
        ["reduce"] = description => CanonicalJson.ToBytes(DescriptionReducer.Reduce(description).Root),
        ["normalise"] = description => Normaliser.Run(description, new Decisions(), new NameRegistry()),
        ["validate"] = description => ReadersValidation.Run(description, []),
        ["verify"] = description => new ContractVerifier(description.Root).Verify(Contracts.Value, "damaged"),
        ["serve"] = description => Serve(description),
        ["schemas"] = description => ReadSchemas(description),
    };

    [Fact]
    public void Damaged_descriptions_are_used_or_refused()
    {
        var sources = Sources().Select(source => source.ToString(Formatting.None)).ToList();
        var count = int.Parse(
            Environment.GetEnvironmentVariable("PINTEREST_DAMAGED") ?? "800",
            CultureInfo.InvariantCulture
        );
        var random = new Random(Seed);
        var unhandled = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var read = 0;
        for (var round = 0; round < count; round++)
        {
            var damaged = Parse(sources[random.Next(sources.Count)]);
            DamagedDescription.Damage(damaged, random.Next(1, 3), random);
            read += Use(Encoding.UTF8.GetBytes(damaged.ToString(Formatting.None)), round, unhandled) ? 1 : 0;
        }

        output.WriteLine($"{count} damaged descriptions, of which {read} are used: {unhandled.Values.Sum()} unhandled");
        Assert.True(unhandled.Count == 0, string.Join('\n', unhandled.Select(one => $"{one.Value} {one.Key}")));
        Assert.InRange(read, count / 10, count);
    }

    [Fact]
    public void Every_stored_release_is_read_and_normalised()
    {
        var store = new ReleaseStore(Repository.Layout.OpenApi);
        foreach (var release in store.List())
        {
            var description = store.Read(release.Version);
            Assert.Equal(release.Operations, OperationCatalogue.Read(description.Root).All.Count);
            ReadSchemas(description);
            new ClientGenerator(Repository.Layout).NormaliseOther(description);
        }
    }

    private static IEnumerable<JObject> Sources()
    {
        var complete = Path.Combine(
            Repository.Root,
            "tests",
            "Unit",
            "Spec",
            "Generation",
            "Injection",
            "complete.yaml"
        );
        var root = DescriptionReader.Read(File.ReadAllBytes(complete), complete).Root;

        // Cut-outs have schemas for every case; the small one has every keyword, so it stands for half of them.
        var cuts = DamagedDescription.CutOuts(Repository.Description(), every: 9).Where(IsSmall).ToList();
        return cuts.Concat(Enumerable.Repeat(root, cuts.Count));
    }

    private static bool IsSmall(JObject cut) => cut.ToString(Formatting.None).Length < 20_000;

    private static bool Use(byte[] bytes, int round, SortedDictionary<string, int> unhandled)
    {
        // A comparison with contracts verifies what was not checked.
        Try(
            "compared",
            () =>
                new ContractVerifier(DescriptionReader.ReadForComparison(bytes, "damaged.json").Root).Verify(
                    Contracts.Value,
                    "damaged"
                )
        );
        if (Try("read", () => DescriptionReader.Read(bytes, "damaged.json")) is not { } description)
        {
            return false;
        }

        foreach (var (name, use) in Uses)
        {
            // Some uses change what they get.
            var own = name == "validate" ? description : DescriptionReader.Read(bytes, "damaged.json");
            Try<object>(
                name,
                () =>
                {
                    use(own);
                    return null;
                }
            );
        }

        return true;

        T? Try<T>(string name, Func<T?> act)
            where T : class
        {
            try
            {
                return act();
            }
            catch (SpecException)
            {
                return null;
            }
            catch (Exception error)
            {
                var place = error.StackTrace?.Split('\n').FirstOrDefault(IsOurs)?.Trim() ?? "";
                var kind = $"{name}: {error.GetType().Name} {place}";
                var known = unhandled.Keys.FirstOrDefault(key => key.StartsWith(kind, StringComparison.Ordinal));
                known ??= $"{kind}, first in round {round}: {error.Message}";
                unhandled[known] = unhandled.GetValueOrDefault(known) + 1;
                return null;
            }
        }
    }

    private static bool IsOurs(string line) => line.Contains("Pinterest.OpenApi", StringComparison.Ordinal);

    private static void Serve(Description description)
    {
        var served = ServedDescription.Read(description.Bytes);
        foreach (var operation in served.Operations)
        {
            Assert.NotNull(
                served.Routes.Find(operation.Facts.Method, operation.Facts.BasePaths[0] + operation.Facts.Path)
            );
            _ = operation.SuccessStatus;
        }
    }

    private static void Ask(OperationFacts facts) => _ = (facts.IsRead, facts.MaximumPageSize, facts.Scopes.Count());

    private static void ReadSchemas(Description description)
    {
        var model = new SchemaModel(description.Root);
        foreach (var facts in OperationCatalogue.Read(description.Root).All)
        {
            var operation = new OperationSchemas(model, facts);
            var schemas = operation
                .Parameters.Select(parameter => parameter.Schema)
                .Concat(operation.Bodies.Values)
                .Concat(operation.Responses.Values.SelectMany(response => response.Values))
                .Concat(operation.Replies.Values);
            _ = (operation.NeedsBody, operation.SuccessStatus);
            foreach (var schema in schemas.OfType<EffectiveSchema>())
            {
                _ = (
                    schema.Types,
                    schema.Enum,
                    schema.Properties.Count,
                    schema.Required.Count,
                    schema.Union,
                    schema.Items
                );
            }
        }
    }

    private static JObject Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }
}
