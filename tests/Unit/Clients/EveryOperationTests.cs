using System.Collections;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Clients;

/// <summary>Calls every method of the generated client. What is expected on the wire is computed from the pinned contract, not from what was generated.</summary>
public sealed class EveryOperationTests
{
    private static readonly JObject Contract = Repository.Contract();
    private static readonly List<(MethodInfo Method, string Id)> Methods =
        [.. typeof(PinterestClient).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods()).Select(method => (method, method.GetCustomAttribute<PinterestOperationAttribute>()?.Id!)).Where(entry => entry.Item2 is not null)];

    [Fact]
    public void Every_operation_of_the_contract_has_one_method() =>
        Assert.Equal(ContractOperation.All(Contract).Select(operation => operation.Id).Order(StringComparer.Ordinal), Methods.Select(entry => entry.Id).Order(StringComparer.Ordinal));

    [Fact]
    public Task Every_method_sends_all_its_parameters_as_the_contract_says() => AllSendAsync(onlyRequired: false);

    [Fact]
    public Task Every_method_sends_nothing_but_what_was_given() => AllSendAsync(onlyRequired: true);

    [Fact]
    public void Every_operation_has_the_metadata_of_the_contract()
    {
        var failures = new List<string>();
        var known = Operations.All.ToDictionary(operation => operation.Id, StringComparer.Ordinal);
        foreach (var expected in ContractOperation.All(Contract))
        {
            var operation = known[expected.Id];
            var security = string.Join(';', operation.Security.Select(alternative => $"{alternative.Scheme}:{string.Join(',', alternative.Scopes)}"));
            var actual = $"{operation.Method} {operation.Path} {operation.Group} {operation.RateCategory} {operation.IsInSandbox} {security} {string.Join(',', operation.SuccessCodes)}";
            if (actual != expected.Facts) failures.Add($"{actual} instead of {expected.Facts}");
        }

        Assert.Empty(failures);
        Assert.Equal(231, known.Count);
        Assert.Equal(56, Operations.All.Count(operation => operation.IsPaged));
    }

    private static async Task AllSendAsync(bool onlyRequired)
    {
        var failures = new List<string>();
        var operations = ContractOperation.All(Contract).ToDictionary(operation => operation.Id, StringComparer.Ordinal);
        foreach (var (method, id) in Methods)
        {
            var pinterest = new FakePinterest();
            var client = Group(pinterest.Client, method.DeclaringType!);
            var arguments = method.GetParameters().Select(parameter => Argument(parameter, onlyRequired)).ToArray();
            await (Task)method.Invoke(client, arguments)!;
            var (request, body) = Assert.Single(pinterest.Requests);
            var expected = operations[id].ExpectedRequest(name => Given(method, arguments, name), BodyOf(method, arguments));
            var actual = new SentRequest(request, body);
            if (expected.Difference(actual) is { } difference) failures.Add($"{id}: {difference}");
        }

        Assert.Empty(failures);
    }

    private static object Group(PinterestClient client, Type type) =>
        typeof(PinterestClient).GetProperties().Select(property => property.GetValue(client)!).First(group => group.GetType() == type);

    private static object? Argument(ParameterInfo parameter, bool onlyRequired)
    {
        if (parameter.ParameterType == typeof(CancellationToken)) return CancellationToken.None;
        return parameter.HasDefaultValue && onlyRequired ? null : Value(parameter.ParameterType);
    }

    // JSON is the one way to make a value of any type without knowing it.
    private static object? Value(Type type)
    {
        var target = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>) ? typeof(IList<>).MakeGenericType(type.GetGenericArguments()) : type;
        return typeof(PinterestJson).GetMethod(nameof(PinterestJson.Deserialize), [typeof(string)])!.MakeGenericMethod(target).Invoke(null, [new SampleJson().Of(target).ToString(Formatting.None)]);
    }

    private static JToken? Given(MethodInfo method, object?[] arguments, string wireName)
    {
        var index = Array.FindIndex(method.GetParameters(), parameter => string.Equals(parameter.Name, wireName.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        Assert.True(index >= 0, $"{method.DeclaringType!.Name}.{method.Name} has no parameter for {wireName}");
        return arguments[index] is null ? null : ToJson(arguments[index]!);
    }

    private static JToken? BodyOf(MethodInfo method, object?[] arguments)
    {
        var index = Array.FindIndex(method.GetParameters(), parameter => parameter.Name == "body");
        return index < 0 || arguments[index] is null ? null : ToJson(arguments[index]!);
    }

    private static JToken ToJson(object value) => value switch
    {
        string or long or double or bool => JToken.FromObject(value),
        DateOnly date => date.ToString("yyyy-MM-dd", null),
        IOpenEnum known => known.Value,
        PinterestModel or PinterestUnion => JsonComparison.Parse(Newtonsoft.Json.JsonConvert.SerializeObject(value)),
        IEnumerable list => new JArray(list.Cast<object>().Select(ToJson)),
        _ => throw new NotSupportedException(value.GetType().ToString()),
    };
}
