using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>Makes JSON for a type of the client from its public shape alone, with a value in every member.</summary>
internal sealed class SampleJson
{
    /// <summary>The text of all samples: what needs care in JSON, in paths and in queries.</summary>
    public const string Text = "a,b c/ü&=#\"?";

    private const int MaxDepth = 4;

    /// <summary>Gets or sets the value of every enum, or null for the first known one.</summary>
    public string? EnumValue { get; init; }

    public JToken Of(Type type, int depth = 0)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return Text;
        }

        // Needs more than 53 bits, and more than 32.
        if (type == typeof(long))
        {
            return 9_007_199_254_740_993;
        }

        if (type == typeof(double))
        {
            return 1234.5678;
        }

        if (type == typeof(bool))
        {
            return true;
        }

        if (type == typeof(DateOnly))
        {
            return "2024-02-29";
        }

        if (type == typeof(DateTimeOffset))
        {
            return "2024-02-29T23:59:58.123+00:00";
        }

        if (typeof(JToken).IsAssignableFrom(type))
        {
            return new JObject { ["free"] = new JArray(1, "2024-02-29T00:00:00Z", JValue.CreateNull(), new JObject()) };
        }

        if (typeof(IOpenEnum).IsAssignableFrom(type))
        {
            return EnumValue ?? KnownValue(type);
        }

        if (typeof(PinterestUnion).IsAssignableFrom(type))
        {
            return Of(FormTypes(type).First(), depth);
        }

        if (typeof(PinterestModel).IsAssignableFrom(type))
        {
            return Model(type, depth);
        }

        return type.GetGenericArguments() switch
        {
            [var item] => new JArray(Of(item, depth + 1), Of(item, depth + 1)),
            [_, var value] => new JObject { ["one"] = Of(value, depth + 1), ["2024-02-29"] = Of(value, depth + 1) },
            _ => throw new NotSupportedException(type.ToString()),
        };
    }

    public static IEnumerable<PropertyInfo> Members(Type model) =>
        model
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => JsonName(property) is not null);

    public static string? JsonName(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName;

    /// <summary>The types that a union takes, from its public factories.</summary>
    public static IEnumerable<Type> FormTypes(Type union) =>
        union
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name.StartsWith("From", StringComparison.Ordinal))
            .Select(method => method.GetParameters()[0].ParameterType);

    private static string KnownValue(Type type)
    {
        var known = (System.Collections.IEnumerable)
            type.GetProperty("Known", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        return known.Cast<IOpenEnum>().First().Value;
    }

    private JObject Model(Type type, int depth)
    {
        // A union of classes is shown by one of its members, whose constructor sets the discriminator.
        var concrete = type.GetConstructor(Type.EmptyTypes) is null
            ? type.Assembly.GetTypes().First(derived => derived.BaseType == type)
            : type;
        var instance = Activator.CreateInstance(concrete);
        var json = new JObject();
        foreach (var member in Members(concrete))
        {
            var discriminator = member.SetMethod?.IsPublic is true ? null : member.GetValue(instance);
            if (discriminator is not null)
            {
                json[JsonName(member)!] = discriminator.ToString();
            }
            else if (depth < MaxDepth || !IsNested(member.PropertyType))
            {
                json[JsonName(member)!] = Of(member.PropertyType, depth + 1);
            }
        }

        return json;
    }

    private static bool IsNested(Type type) =>
        typeof(PinterestModel).IsAssignableFrom(type)
        || typeof(PinterestUnion).IsAssignableFrom(type)
        || type.GetGenericArguments().Any(IsNested);
}
