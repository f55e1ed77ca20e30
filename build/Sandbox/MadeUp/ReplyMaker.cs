using System.Security.Cryptography;
using System.Text;
using Bogus;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Sandbox.MadeUp;

/// <summary>
/// Makes a reply that the description allows, with values that suit the names of its members. The same seed and
/// request make the same reply.
/// </summary>
internal sealed class ReplyMaker
{
    // Deeper than this only required members are made, so that circular schemas end.
    private const int OptionalDepth = 4;
    private const int DeepestReply = 24;
    private const int MostItems = 3;

    // How many entries of a schema are looked through in the time of one value.
    private const int EntriesAsValue = 16;

    private readonly Randomizer _random;
    private readonly ReplyBudget _budget;
    private readonly ValueMaker _values;
    private readonly ReadRequest _request;

    private ReplyMaker(int seed, ReadRequest request)
    {
        _random = new Randomizer(seed);
        _budget = new ReplyBudget(request.Operation.Id);
        _values = new ValueMaker(_random, _budget);
        _request = request;
    }

    /// <summary>Makes the successful reply of a request.</summary>
    public static SandboxReply Reply(ReadRequest request, int seed)
    {
        var status = request.Operation.SuccessStatus;
        return Body(request, status, seed) with { Headers = MadeUpHeaders.Of(request, seed) };
    }

    private static SandboxReply Body(ReadRequest request, int status, int seed)
    {
        if (request.Operation.Replies.GetValueOrDefault(status) is not { } schema)
        {
            return new SandboxReply(status, ReadOnlyMemory<byte>.Empty);
        }

        var value = Make(schema, request, seed);
        var listed = request.Operation.SuccessType ?? "";
        var type = ContentTypes.Sent(listed);
        return ContentTypes.IsJson(listed)
            ? SandboxReply.Json(status, value) with
            {
                ContentType = type,
            }
            : new SandboxReply(status, PlainBodies.Of(type, value), type);
    }

    public static JToken Make(EffectiveSchema schema, ReadRequest request, int seed)
    {
        var values = request
            .Values.OrderBy(value => value.Key, StringComparer.Ordinal)
            .Select(value => $"{value.Key}={value.Value}");
        var text = $"{seed}\n{request.Operation.Id}\n{string.Join('\n', values)}\n{request.Body}";
        var ownSeed = BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new ReplyMaker(ownSeed, request).Value(schema, "", 0);
    }

    private JToken Value(EffectiveSchema schema, string name, int depth)
    {
        if (depth > DeepestReply)
        {
            return JValue.CreateNull();
        }

        _budget.Spend(1);
        if (schema.Enum is { Count: > 0 } values)
        {
            _budget.Spend(values.Count / EntriesAsValue);
            return JToken.Parse(_random.ListItem([.. values.Order(StringComparer.Ordinal)]));
        }

        if (schema.Union is { } union)
        {
            return Variant(schema, union, name, depth);
        }

        return Type(schema) switch
        {
            "object" => Object(schema, depth),
            "array" => List(schema, name, depth),
            "integer" => _values.Number(schema, name, isWhole: true),
            "number" => _values.Number(schema, name, isWhole: false),
            "boolean" => _random.Bool(),
            "string" => _values.Text(schema, name),
            _ => new JObject(),
        };
    }

    private static string? Type(EffectiveSchema schema) =>
        schema.Types?.Order(StringComparer.Ordinal).FirstOrDefault() ?? (schema.Properties.Count > 0 ? "object" : null);

    private JToken Variant(EffectiveSchema schema, SchemaUnion union, string name, int depth)
    {
        // Far down a reply takes the first variant: a random one may lead further down for ever.
        var choice = depth > 3 * OptionalDepth ? union.Choices[0] : _random.ListItem([.. union.Choices]);
        var value = ValueOf(choice.Schema, schema, union, name, depth + 1);
        if (value is not JObject made)
        {
            return value;
        }

        foreach (var member in Object(schema, depth).Properties())
        {
            made.TryAdd(member.Name, member.Value);
        }

        if (union.DiscriminatorName is { } discriminator && choice.Tag is not null)
        {
            made[discriminator] = choice.Tag;
        }

        return made;
    }

    // A variant may be the schema of the union itself, or have the same union again. Its own members then end the
    // circle.
    private JToken ValueOf(EffectiveSchema variant, EffectiveSchema schema, SchemaUnion union, string name, int depth)
    {
        if (ReferenceEquals(variant, schema))
        {
            return Object(schema, depth);
        }

        return variant.Union?.Place == union.Place ? Object(variant, depth) : Value(variant, name, depth);
    }

    private JObject Object(EffectiveSchema schema, int depth)
    {
        var made = new JObject();
        _budget.Spend(schema.Properties.Count / EntriesAsValue);
        foreach (var (name, property) in schema.Properties.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (property.WriteOnlyPlace is not null)
            {
                continue;
            }

            var isRequired = schema.Required.ContainsKey(name);
            if (!isRequired && (depth >= OptionalDepth || _random.Bool(0.1f)))
            {
                continue;
            }

            made[name] = RequestEcho.Find(_request, property, name, depth) ?? Value(property, name, depth + 1);
        }

        var undeclared = schema.Required.Keys.Where(name =>
            !made.ContainsKey(name) && !schema.Properties.ContainsKey(name)
        );
        foreach (var name in undeclared)
        {
            made[name] = schema.AdditionalProperties is { } other ? Value(other, name, depth + 1) : new JObject();
        }

        if (schema.Properties.Count == 0 && schema.AdditionalProperties is { } others && depth < OptionalDepth)
        {
            made[_values.Word()] = Value(others, "", depth + 1);
        }

        return made;
    }

    private JArray List(EffectiveSchema schema, string name, int depth)
    {
        var least = ReplyBudget.Whole(schema.Limit("minItems", isUpper: false)?.Near ?? 0);
        var limit = schema.Limit("maxItems", isUpper: true)?.Near ?? MostItems;
        var most = ReplyBudget.Whole(Math.Min(limit, Math.Max(least, MostItems)));
        var count = least;
        if (depth < OptionalDepth)
        {
            count = _random.Int(Math.Max(least, Math.Min(1, most)), Math.Max(least, most));
        }

        return schema.Items is { } items
            ? new JArray(Enumerable.Range(0, count).Select(_ => Value(items, name.TrimEnd('s'), depth + 1)))
            : [];
    }
}
