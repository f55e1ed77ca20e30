using System.Collections;
using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Changelog;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Unit.Spec.Changelog;

/// <summary>The work of a comparison with flags grows with places and changes, and not with their product.</summary>
public sealed class FlagJudgeTests
{
    private const int Many = 2_000;
    private const long MaxAllocated = 100L * 1024 * 1024;

    [Fact]
    public void A_cancellation_ends_the_work_between_two_places()
    {
        using var stop = new CancellationTokenSource();
        var places = new StoppingList(stop, stopAt: 5);

        Assert.Throws<OperationCanceledException>(() => FlagComparison.Of(Descriptions(10), Flags(places), stop.Token));

        Assert.InRange(places.Given, 5, 6);
    }

    [Fact]
    public void Thousands_of_places_against_thousands_of_changes_take_little_memory()
    {
        var descriptions = Descriptions(Many);
        string[] places = [.. Enumerable.Range(0, Many).Select(i => $"p{i}")];

        var before = GC.GetAllocatedBytesForCurrentThread();
        var comparison = FlagComparison.Of(descriptions, Flags(places));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(FlagReason.Confirmed, comparison.Operations.Single().Lines.Single().Reason);
        Assert.InRange(allocated, 0, MaxAllocated);
    }

    private static FlagSet Flags(IReadOnlyList<string> places) =>
        new()
        {
            From = "1.0.0",
            To = "1.1.0",
            Endpoints =
            [
                new ChangelogEndpoint
                {
                    Name = "POST /a",
                    State = EndpointState.Changed,
                    Lines =
                    [
                        new(
                            new ChangelogLine
                            {
                                In = "request",
                                Kind = LineKind.TypeChanged,
                                Places = places,
                            },
                            1
                        ),
                    ],
                    Other = 0,
                },
            ],
        };

    private static Sides<Description> Descriptions(int properties) =>
        new Sides<string>("string", "integer").Select(type => Describe(type, properties));

    private static Description Describe(string type, int properties)
    {
        var root = JObject.Parse(
            """
            {
              "openapi": "3.0.3",
              "info": { "title": "t", "version": "1.0.0" },
              "paths": { "/a": { "post": { "operationId": "a", "responses": {}, "requestBody": { "content": {
                "application/json": { "schema": { "type": "object" } } } } } } }
            }
            """
        );
        var schema = (JObject)root.SelectToken("$..schema")!;
        schema["properties"] = new JObject(
            Enumerable.Range(0, properties).Select(i => new JProperty($"p{i}", new JObject { ["type"] = type }))
        );
        return DescriptionReader.ReadForComparison(Encoding.UTF8.GetBytes(root.ToString()), "a.json");
    }

    /// <summary>Places of which one, when it is given, ends the work.</summary>
    private sealed class StoppingList(CancellationTokenSource stop, int stopAt) : IReadOnlyList<string>
    {
        public int Given { get; private set; }

        public int Count => Many;

        public string this[int index] => $"p{index}";

        public IEnumerator<string> GetEnumerator()
        {
            for (var i = 0; i < Count; i++)
            {
                if (++Given == stopAt)
                {
                    stop.Cancel();
                }

                yield return this[i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
