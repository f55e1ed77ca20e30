using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Generated;

/// <summary>Walks every model of the generated client: nothing throws, nothing is lost, nothing is invented.</summary>
public sealed class EveryModelTests
{
    private static readonly Type[] Models =
    [
        .. typeof(PinterestClient)
            .Assembly.GetExportedTypes()
            .Where(type =>
                !type.IsAbstract
                && (type.IsSubclassOf(typeof(PinterestModel)) || type.IsSubclassOf(typeof(PinterestUnion)))
            ),
    ];

    [Fact]
    public void There_are_models_to_walk() => Assert.InRange(Models.Length, 600, 1000);

    [Fact]
    public void A_model_with_a_value_in_every_member_survives() => AllSurvive(type => new SampleJson().Of(type));

    [Fact]
    public void An_unknown_value_of_every_enum_survives() =>
        AllSurvive(type => new SampleJson { EnumValue = "ADDED_TOMORROW" }.Of(type));

    [Fact]
    public void An_unknown_member_survives() =>
        AllSurvive(type =>
        {
            var json = new SampleJson().Of(type);
            if (json is JObject model)
            {
                model["added_tomorrow"] = new JObject { ["at"] = "2024-02-29T00:00:00Z", ["big"] = 123456789012345678 };
            }

            return json;
        });

    [Fact]
    public void A_null_in_every_member_survives() => AllSurvive(type => Replace(type, JValue.CreateNull()));

    [Fact]
    public void An_absent_member_stays_absent() => AllSurvive(_ => new JObject());

    [Fact]
    public void A_value_of_another_type_in_every_member_survives() =>
        AllSurvive(type => Replace(type, new JArray(new JObject { ["odd"] = 1 }, true, JValue.CreateNull())));

    [Fact]
    public void Every_form_of_every_union_is_read_as_itself()
    {
        var failures = new List<string>();
        foreach (var union in Models.Where(type => type.IsSubclassOf(typeof(PinterestUnion))))
        {
            foreach (var form in SampleJson.FormTypes(union))
            {
                var read = (PinterestUnion)Read(union, new SampleJson().Of(form).ToString(Formatting.None))!;
                if (!form.IsInstanceOfType(read.Value))
                {
                    failures.Add($"{union.Name}: {form.Name} was read as {read.Value.GetType().Name}");
                }
            }
        }

        Assert.Empty(failures);
    }

    [Fact]
    public void Every_member_of_a_discriminated_union_is_read_as_itself_through_its_base()
    {
        var failures = new List<string>();
        var derived = Models
            .Where(type =>
                type.BaseType != typeof(PinterestModel) && type.BaseType!.IsSubclassOf(typeof(PinterestModel))
            )
            .ToList();
        foreach (var type in derived)
        {
            var read = Read(type.BaseType!, new SampleJson().Of(type).ToString(Formatting.None));
            if (read!.GetType() != type)
            {
                failures.Add($"{type.BaseType!.Name}: {type.Name} was read as {read.GetType().Name}");
            }
        }

        Assert.InRange(derived.Count, 60, 200);
        Assert.Empty(failures);
    }

    private static JToken Replace(Type type, JToken value)
    {
        var json = new SampleJson().Of(type);
        if (json is not JObject model)
        {
            return json;
        }

        foreach (var member in model.Properties().ToList())
        {
            member.Value = value.DeepClone();
        }

        return model;
    }

    private static void AllSurvive(Func<Type, JToken> sample)
    {
        var failures = new List<string>();
        foreach (var type in Models)
        {
            var json = sample(type);
            try
            {
                var read = Read(type, json.ToString(Formatting.None));
                if (JsonComparison.Difference(json, JsonComparison.Parse(Write(type, read))) is { } difference)
                {
                    failures.Add($"{type.Name} {difference}");
                }
            }
            catch (Exception error)
            {
                failures.Add($"{type.Name} threw {(error.InnerException ?? error).Message}");
            }
        }

        Assert.Empty(failures);
    }

    private static object? Read(Type type, string json) =>
        typeof(PinterestJson)
            .GetMethod(nameof(PinterestJson.Deserialize), [typeof(string)])!
            .MakeGenericMethod(type)
            .Invoke(null, [json]);

    private static string Write(Type type, object? value) =>
        (string)
            typeof(PinterestJson)
                .GetMethods()
                .First(method => method.Name == nameof(PinterestJson.Serialize) && method.GetParameters().Length == 1)
                .MakeGenericMethod(type)
                .Invoke(null, [value])!;
}
