using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Generated;

/// <summary>
/// Calls every method of the generated client. What is expected on the wire is computed from the pinned contract,
/// not from what was generated.
/// </summary>
public sealed class EveryOperationTests
{
    private static readonly JObject Pinned = Repository.Description();

    [Fact]
    public void Every_operation_of_the_contract_has_one_method() =>
        Assert.Equal(
            ContractOperation.All(Pinned).Select(operation => operation.Id).Order(StringComparer.Ordinal),
            GeneratedCalls.Methods.Select(entry => entry.Id).Order(StringComparer.Ordinal)
        );

    [Fact]
    public Task Every_method_sends_all_its_parameters_as_the_contract_says() => AllSendAsync(onlyRequired: false);

    [Fact]
    public Task Every_method_sends_nothing_but_what_was_given() => AllSendAsync(onlyRequired: true);

    [Fact]
    public void Every_operation_has_the_metadata_of_the_contract()
    {
        var failures = new List<string>();
        var known = Operations.All.ToDictionary(operation => operation.Id, StringComparer.Ordinal);
        foreach (var expected in ContractOperation.All(Pinned))
        {
            var operation = known[expected.Id];
            var security = string.Join(
                ';',
                operation.Security.Select(alternative => $"{alternative.Scheme}:{string.Join(',', alternative.Scopes)}")
            );
            var actual =
                $"{operation.Method} {operation.Path} {operation.Group} {operation.RateCategory} {operation.IsInSandbox} "
                + $"{security} {string.Join(',', operation.SuccessCodes)}";
            if (actual != expected.Facts)
            {
                failures.Add($"{actual} instead of {expected.Facts}");
            }
        }

        Assert.Empty(failures);
        Assert.Equal(266, known.Count);
        Assert.Equal(61, Operations.All.Count(operation => operation.IsPaged));
    }

    private static async Task AllSendAsync(bool onlyRequired)
    {
        var failures = new List<string>();
        var operations = ContractOperation.All(Pinned).ToDictionary(operation => operation.Id, StringComparer.Ordinal);
        foreach (var (method, id) in GeneratedCalls.Methods)
        {
            var pinterest = new FakePinterest { Answer = (_, _) => Task.FromResult(GeneratedCalls.Reply(method)) };
            var client = GeneratedCalls.Group(pinterest.Client, method.DeclaringType!);
            var arguments = method
                .GetParameters()
                .Select(parameter => GeneratedCalls.Argument(parameter, onlyRequired))
                .ToArray();
            await (Task)method.Invoke(client, arguments)!;
            var (request, body) = Assert.Single(pinterest.Requests);
            var expected = operations[id]
                .ExpectedRequest(
                    name => GeneratedCalls.Given(method, arguments, name),
                    GeneratedCalls.BodyOf(method, arguments)
                );
            var actual = new SentRequest(request, body);
            if (expected.Difference(actual) is { } difference)
            {
                failures.Add($"{id}: {difference}");
            }
        }

        Assert.Empty(failures);
    }
}
