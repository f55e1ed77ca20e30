using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bogus;
using Fare;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Sandbox.MadeUp;

/// <summary>Makes a reply that the description allows, realistic by the names of its members. The same seed and request make the same reply.</summary>
internal sealed class ReplyMaker
{
    // Deeper than that only what must be there is made, so that circular schemas end.
    private const int OptionalDepth = 4;
    private const int DeepestReply = 24;
    private const int MostItems = 3;
    private const int LongestText = 40;

    // Times of made-up replies; a fixed one keeps them the same from day to day.
    private static readonly DateTime Newest = new(2025, 12, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Randomizer _random;
    private readonly Faker _faker;
    private readonly ReadRequest _request;

    private ReplyMaker(int seed, ReadRequest request)
    {
        _random = new Randomizer(seed);
        _faker = new Faker { Random = _random };
        _request = request;
    }

    public static JToken Make(EffectiveSchema schema, ReadRequest request, int seed)
    {
        var text =
            $"{seed}\n{request.Operation.Id}\n{string.Join('\n', request.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}"))}\n{request.Body}";
        return new ReplyMaker(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(text))), request).Value(
            schema,
            "",
            0
        );
    }

    private JToken Value(EffectiveSchema schema, string name, int depth)
    {
        if (depth > DeepestReply)
        {
            return JValue.CreateNull();
        }

        if (schema.Enum is { Count: > 0 } values)
        {
            return JToken.Parse(_random.ListItem([.. values.Order(StringComparer.Ordinal)]));
        }

        if (schema.Union is { } union)
        {
            return Form(schema, union, name, depth);
        }

        return Type(schema) switch
        {
            "object" => Object(schema, depth),
            "array" => List(schema, name, depth),
            "integer" => Number(schema, name, isWhole: true),
            "number" => Number(schema, name, isWhole: false),
            "boolean" => _random.Bool(),
            "string" => Text(schema, name),
            _ => new JObject(),
        };
    }

    private static string? Type(EffectiveSchema schema) =>
        schema.Types?.Order(StringComparer.Ordinal).FirstOrDefault() ?? (schema.Properties.Count > 0 ? "object" : null);

    private JToken Form(EffectiveSchema schema, SchemaUnion union, string name, int depth)
    {
        // Far down a reply takes the first form: a random one may lead further down for ever.
        var choice = depth > 3 * OptionalDepth ? union.Choices[0] : _random.ListItem([.. union.Choices]);
        var value =
            ReferenceEquals(choice.Schema, schema) ? Object(schema, depth + 1)
            : choice.Schema.Union is { } inner && inner.Place == union.Place ? Object(choice.Schema, depth + 1)
            : Value(choice.Schema, name, depth + 1);
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

    private JObject Object(EffectiveSchema schema, int depth)
    {
        var made = new JObject();
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

            made[name] = Echo(property, name, depth) ?? Value(property, name, depth + 1);
        }

        foreach (
            var name in schema.Required.Keys.Where(name =>
                !made.ContainsKey(name) && !schema.Properties.ContainsKey(name)
            )
        )
        {
            made[name] = schema.AdditionalProperties is { } other ? Value(other, name, depth + 1) : new JObject();
        }

        if (schema.Properties.Count == 0 && schema.AdditionalProperties is { } others && depth < OptionalDepth)
        {
            made[_faker.Lorem.Word()] = Value(others, "", depth + 1);
        }

        return made;
    }

    // What a request names, its reply repeats: the ids of the path, and the fields of the body where they are allowed.
    private JToken? Echo(EffectiveSchema property, string name, int depth)
    {
        JToken? said = null;
        if (
            _request.Values.TryGetValue(name, out var value)
            && _request.Operation.Parameters.Any(parameter =>
                parameter.Facts.Style is ParameterStyle.Path && parameter.Name == name
            )
        )
        {
            said = value;
        }
        else if (
            depth == 0
            && name == "id"
            && _request.Operation.Steps.LastOrDefault(step => step.StartsWith('{')) is { } last
            && _request.Operation.Steps[^1] == last
        )
        {
            said = _request.Values.GetValueOrDefault(last[1..^1]);
        }
        else if (depth == 0 && _request.Body is JObject body)
        {
            said = body[name];
        }

        return
            said is not null
            && said.Type is not JTokenType.Null
            && SchemaValidator.Validate(property, said, ValueDirection.Response).Count == 0
            ? said.DeepClone()
            : null;
    }

    private JArray List(EffectiveSchema schema, string name, int depth)
    {
        var least = (int)(schema.Limit("minItems", isUpper: false)?.Number ?? 0);
        var most = (int)
            Math.Min(schema.Limit("maxItems", isUpper: true)?.Number ?? MostItems, Math.Max(least, MostItems));
        var count =
            depth >= OptionalDepth ? least : _random.Int(Math.Max(least, Math.Min(1, most)), Math.Max(least, most));
        return schema.Items is { } items
            ? new JArray(Enumerable.Range(0, count).Select(_ => Value(items, name.TrimEnd('s'), depth + 1)))
            : [];
    }

    private JValue Number(EffectiveSchema schema, string name, bool isWhole)
    {
        var (low, high) = (
            schema.Limit("minimum", isUpper: false, "exclusiveMinimum"),
            schema.Limit("maximum", isUpper: true, "exclusiveMaximum")
        );
        var least = (low?.Number ?? 0) + (low?.IsExclusive == true ? 1 : 0);
        var most = (high?.Number ?? Math.Max(least, Usual(name))) - (high?.IsExclusive == true ? 1 : 0);
        var number = least + (decimal)_random.Double() * Math.Max(0, most - least);
        return isWhole ? new JValue((long)Math.Floor(number)) : new JValue(Math.Round(number, 4));
    }

    // Money in millionths, epochs in seconds, and everything else as counts.
    private static decimal Usual(string name) =>
        name.Contains("micro", StringComparison.Ordinal) ? 250_000_000
        : name.EndsWith("_time", StringComparison.Ordinal) || name.EndsWith("_at", StringComparison.Ordinal)
            ? 1_764_547_200
        : 5_000;

    private JValue Text(EffectiveSchema schema, string name)
    {
        var format = (string?)(schema.Keyword("format") as JValue);
        if (format == "date")
        {
            return new JValue(
                Newest.AddDays(-_random.Int(0, 700)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            );
        }

        if (format == "date-time")
        {
            return new JValue(
                Newest
                    .AddMinutes(-_random.Int(0, 1_000_000))
                    .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            );
        }

        if ((string?)(schema.Keyword("pattern") as JValue) is { } pattern)
        {
            return new JValue(FromPattern(schema, pattern, name));
        }

        var least = (int)(schema.Limit("minLength", isUpper: false)?.Number ?? 0);
        var most = (int)Math.Min(schema.Limit("maxLength", isUpper: true)?.Number ?? int.MaxValue, int.MaxValue);
        var text = format is "uri" or "url" ? Link() : ByName(name);
        if (text.Length > most)
        {
            text = text[..most];
        }

        return new JValue(text.Length < least ? text.PadRight(least, 'x') : text);
    }

    private string ByName(string name) =>
        name switch
        {
            _ when name.EndsWith("url", StringComparison.Ordinal) || name.EndsWith("link", StringComparison.Ordinal) =>
                Link(),
            _ when name == "id" || name.EndsWith("_id", StringComparison.Ordinal) => Digits(18),
            _ when name.Contains("email", StringComparison.Ordinal) => $"{_faker.Lorem.Word()}@example.com",
            _ when name.Contains("username", StringComparison.Ordinal) => _faker.Lorem.Word() + Digits(3),
            _ when name.Contains("name", StringComparison.Ordinal)
                    || name.Contains("title", StringComparison.Ordinal) => Capital(_faker.Lorem.Words(2)),
            _ when name.Contains("description", StringComparison.Ordinal)
                    || name.Contains("text", StringComparison.Ordinal)
                    || name.Contains("message", StringComparison.Ordinal) => _faker.Lorem.Sentence(6),
            _ when name.Contains("color", StringComparison.Ordinal) => _faker.Internet.Color(),
            _ when name.Contains("country", StringComparison.Ordinal) => _faker.Address.CountryCode(),
            _ when name.Contains("currency", StringComparison.Ordinal) => "USD",
            _ when name.Contains("locale", StringComparison.Ordinal) => "en-US",
            _ when name.Contains("price", StringComparison.Ordinal) => _faker.Commerce.Price(),
            _ => _faker.Lorem.Word(),
        };

    private string FromPattern(EffectiveSchema schema, string pattern, string name)
    {
        if (pattern is "^\\d+$" or "\\d+")
        {
            return Digits((int)Math.Clamp(schema.Limit("maxLength", isUpper: true)?.Number ?? 18, 1, 18));
        }

        try
        {
            // The library knows no anchors, and would take an open end to any length.
            var text = new Xeger(pattern.Trim('^', '$'), new Random(_random.Int())).Generate();
            return
                text.Length <= LongestText || SchemaValidator.Validate(schema, text, ValueDirection.Response).Count == 0
                ? text
                : text[..LongestText];
        }
        catch (Exception error)
            when (error is ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException
            )
        {
            return ByName(name);
        }
    }

    private string Link() => $"https://example.com/{_faker.Lorem.Slug(2)}";

    private string Digits(int count) =>
        _random.Int(1, 9).ToString(CultureInfo.InvariantCulture) + _random.String2(count - 1, "0123456789");

    private static string Capital(IEnumerable<string> words) =>
        string.Join(' ', words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
