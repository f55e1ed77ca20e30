using System.Collections;
using System.Globalization;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Generated;

/// <summary>Calls the methods of the generated client without knowing them.</summary>
internal static class GeneratedCalls
{
    public static IReadOnlyList<(MethodInfo Method, string Id)> Methods { get; } =
    [
        .. typeof(PinterestClient)
            .Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => (method, method.GetCustomAttribute<PinterestOperationAttribute>()?.Id!))
            .Where(entry => entry.Item2 is not null),
    ];

    public static object Group(PinterestClient client, Type type) =>
        typeof(PinterestClient)
            .GetProperties()
            .Select(property => property.GetValue(client)!)
            .First(group => group.GetType() == type);

    public static object? Argument(ParameterInfo parameter, bool onlyRequired)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return CancellationToken.None;
        }

        if (parameter.HasDefaultValue && onlyRequired)
        {
            return null;
        }

        if (IsOptions(parameter))
        {
            return Options(parameter);
        }

        return Limit(parameter, parameter.Name, parameter.ParameterType) ?? Value(parameter.ParameterType);
    }

    public static bool IsOptions(ParameterInfo parameter) =>
        parameter.Name == "options" && parameter.ParameterType.Name.EndsWith("Options", StringComparison.Ordinal);

    private static object Options(ParameterInfo parameter)
    {
        var options = Activator.CreateInstance(parameter.ParameterType)!;
        foreach (var property in parameter.ParameterType.GetProperties())
        {
            property.SetValue(
                options,
                Limit(parameter, property.Name, property.PropertyType) ?? Value(property.PropertyType)
            );
        }

        return options;
    }

    /// <summary>A response with a value in every member of what a method returns.</summary>
    public static HttpResponseMessage Reply(MethodInfo method) =>
        method.ReturnType.GetGenericArguments() is [var result]
            ? FakePinterest.Reply(new SampleJson().Of(result).ToString(Formatting.None))
            : new HttpResponseMessage(System.Net.HttpStatusCode.NoContent);

    // The largest number that the description allows; a sample may be larger.
    private static object? Limit(ParameterInfo parameter, string? name, Type type) =>
        parameter.Member.GetCustomAttribute<PinterestOperationAttribute>() is { } operation
        && Operations.Find(operation.Id).Parameters.FirstOrDefault(known => IsName(name, known.Name))
            is { Maximum: { } most }
            ? Convert.ChangeType(most, Nullable.GetUnderlyingType(type) ?? type, CultureInfo.InvariantCulture)
            : null;

    private static bool IsName(string? argument, string wireName) =>
        string.Equals(
            argument,
            wireName.Replace("_", "", StringComparison.Ordinal),
            StringComparison.OrdinalIgnoreCase
        );

    // JSON is the one way to make a value of any type without knowing it.
    private static object? Value(Type type)
    {
        var target =
            type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)
                ? typeof(IList<>).MakeGenericType(type.GetGenericArguments())
                : type;
        if ((Nullable.GetUnderlyingType(target) ?? target) == typeof(int))
        {
            return int.MaxValue;
        }

        return typeof(PinterestJson)
            .GetMethod(nameof(PinterestJson.Deserialize), [typeof(string)])!
            .MakeGenericMethod(target)
            .Invoke(null, [new SampleJson().Of(target).ToString(Formatting.None)]);
    }

    public static JToken? Given(MethodInfo method, object?[] arguments, string wireName)
    {
        var parameters = method.GetParameters();
        var index = Array.FindIndex(parameters, parameter => IsNamed(parameter.Name!));
        if (index >= 0)
        {
            return arguments[index] is null ? null : ToJson(arguments[index]!);
        }

        index = Array.FindIndex(parameters, IsOptions);
        var option =
            index < 0 ? null : parameters[index].ParameterType.GetProperties().First(each => IsNamed(each.Name));
        Assert.True(option is not null, $"{method.DeclaringType!.Name}.{method.Name} has no parameter for {wireName}");
        return arguments[index] is { } options && option.GetValue(options) is { } value ? ToJson(value) : null;

        bool IsNamed(string name) => IsName(name, wireName);
    }

    public static JToken? BodyOf(MethodInfo method, object?[] arguments)
    {
        var index = Array.FindIndex(method.GetParameters(), parameter => parameter.Name == "body");
        return index < 0 || arguments[index] is null ? null : ToJson(arguments[index]!);
    }

    public static JToken ToJson(object value) =>
        value switch
        {
            string or int or long or double or bool => JToken.FromObject(value),
            DateOnly date => date.ToString("yyyy-MM-dd", null),
            IOpenEnum known => known.Value,
            PinterestModel or PinterestUnion => JsonComparison.Parse(
                Newtonsoft.Json.JsonConvert.SerializeObject(value)
            ),
            IDictionary map => new JObject(
                map.Keys.Cast<string>().Select(key => new JProperty(key, ToJson(map[key]!)))
            ),
            IEnumerable list => new JArray(list.Cast<object>().Select(ToJson)),
            _ => throw new NotSupportedException(value.GetType().ToString()),
        };
}
