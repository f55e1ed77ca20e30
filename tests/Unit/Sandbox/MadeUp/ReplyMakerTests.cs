using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Sandbox.MadeUp;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Unit.Sandbox.MadeUp;

/// <summary>What is made up is varied, realistic, and allowed.</summary>
public sealed class ReplyMakerTests
{
    private const int Seeds = 40;
    private const int FewSeeds = 5;

    [Fact]
    public void Every_form_of_a_discriminated_union_is_made_sooner_or_later()
    {
        var (possible, made) = (
            new HashSet<string>(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal)
        );
        foreach (var (schema, operation) in Replies())
        {
            // More seeds only as long as a form that was met has not been made.
            for (var seed = 0; seed < Seeds && (seed < FewSeeds || !possible.IsSubsetOf(made)); seed++)
            {
                Walk(
                    schema,
                    ReplyMaker.Make(schema, new ReadRequest(operation, new Dictionary<string, JToken>(), null), seed),
                    possible,
                    made,
                    0
                );
            }
        }

        Assert.True(possible.Count > 20, $"{possible.Count} forms");
        Assert.Empty(possible.Except(made));
    }

    [Fact]
    public void What_is_made_up_is_allowed_whatever_the_seed()
    {
        var problems = new List<string>();

        // The token operation contradicts itself: a tag of its discriminator is not in the enum of that property.
        // It is never made up.
        foreach (var (schema, operation) in Replies().Where(reply => reply.Operation.Id != "oauth/token"))
        {
            for (var seed = 0; seed < 20; seed++)
            {
                var reply = ReplyMaker.Make(
                    schema,
                    new ReadRequest(operation, new Dictionary<string, JToken>(), null),
                    seed
                );
                if (SchemaValidator.Validate(schema, reply, ValueDirection.Response) is [var problem, ..])
                {
                    problems.Add($"{operation.Id} with seed {seed}: {problem}");
                }
            }
        }

        Assert.Empty(problems);
    }

    [Fact]
    public async Task What_a_request_says_comes_back()
    {
        await using var calls = await Support.SandboxCalls.StartAsync();
        var made = await calls.PostAsync(
            "/ad_accounts",
            new
            {
                name = "Spring sale",
                country = "US",
                owner_user_id = "383791336903426391",
            }
        );
        Assert.True(made.Status < 300, made.Text);
        Assert.Equal(("Spring sale", "US"), ((string?)made.Json["name"], (string?)made.Json["country"]));
        Assert.Equal("1234567", (string?)(await calls.GetAsync("/ad_accounts/1234567")).Json["id"]);
    }

    private static IEnumerable<(EffectiveSchema Schema, OperationSchemas Operation)> Replies() =>
        ServedDescription
            .Pinned.Operations.Where(operation =>
                operation.Replies.GetValueOrDefault(operation.SuccessStatus) is not null
            )
            .Select(operation => (operation.Replies[operation.SuccessStatus]!, operation));

    private static void Walk(
        EffectiveSchema schema,
        JToken value,
        HashSet<string> possible,
        HashSet<string> made,
        int depth
    )
    {
        if (depth > 20)
        {
            return;
        }

        if (schema.Union is { DiscriminatorName: { } name } union && value is JObject node)
        {
            var place = JsonPointer.Of(union.Place);
            foreach (var choice in union.Choices.Where(choice => choice.Tag is not null))
            {
                possible.Add($"{place} {choice.Tag}");
            }

            if ((string?)(node[name] as JValue) is { } tag)
            {
                made.Add($"{place} {tag}");
                if (
                    union.Choices.FirstOrDefault(choice => choice.Tag == tag) is { } chosen
                    && !ReferenceEquals(chosen.Schema.Union, union)
                )
                {
                    Walk(chosen.Schema, value, possible, made, depth + 1);
                }
            }
        }

        if (value is JArray list && schema.Items is { } items)
        {
            foreach (var item in list)
            {
                Walk(items, item, possible, made, depth + 1);
            }
        }

        if (value is not JObject members)
        {
            return;
        }

        foreach (var member in members.Properties())
        {
            if (schema.Properties.TryGetValue(member.Name, out var property))
            {
                Walk(property, member.Value, possible, made, depth + 1);
            }
        }
    }
}
