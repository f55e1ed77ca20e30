using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.PactCore;
using Pinterest.OpenApi.Sandbox;
using Xunit.Abstractions;

namespace Pinterest.OpenApi.Contract;

/// <summary>
/// How much the contracts catch: the client's requests and the sandbox's replies are broken, one place at a time,
/// at the places that a contract speaks of. What a contract leaves out on purpose, the client does not need.
/// </summary>
public sealed class StrengthTests(ITestOutputHelper output)
{
    private const int Seed = 20260101;
    private const int Drawn = 400;
    private const double Least = 0.95;

    private enum Operator
    {
        Drop,
        Rename,
        Retype,
        Null,
        ChangeValue,
        ChangeEnumValue,
        ChangeArrayStyle,
        LoseHeader,
        ChangeStatus,
    }

    private sealed record Mutation(Operator Operator, bool IsClient, string Contract, string Place)
    {
        public override string ToString() =>
            $"{(IsClient ? "client" : "provider")}: {Operator} {Place} in '{Contract}'";
    }

    [Fact]
    public async Task Nineteen_of_twenty_breaks_are_caught()
    {
        var pact = JObject.Parse(await File.ReadAllTextAsync(Directory.EnumerateFiles(ContractTests.Pacts).Single()));
        var all = pact["interactions"]!.OfType<JObject>().SelectMany(Mutations).ToList();
        var random = new Random(Seed);

        // Every operator keeps its share, and what there is little of is taken whole.
        var drawn = all.GroupBy(mutation => (mutation.Operator, mutation.IsClient))
            .SelectMany(group => group.OrderBy(_ => random.Next()).Take(Drawn / 12))
            .ToList();
        Assert.True(drawn.Count >= 200, $"{drawn.Count} of {all.Count} mutations");

        var survivors = new List<Mutation>();
        await using var provider = await BrokenProvider.StartAsync();

        // What is broken anyway would count as caught.
        foreach (var contract in Contracts.All)
        {
            Assert.False(
                await provider.IsCaughtAsync(new Mutation(Operator.LoseHeader, false, contract.Name, "x-none")),
                contract.Name
            );
        }

        foreach (var mutation in drawn)
        {
            if (!(mutation.IsClient ? await IsCaughtAsync(mutation) : await provider.IsCaughtAsync(mutation)))
            {
                survivors.Add(mutation);
            }
        }

        var caught = drawn.Count - survivors.Count;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"seed {Seed}: {caught} of {drawn.Count} breaks caught ({100.0 * caught / drawn.Count:0.0} %), drawn from {all.Count}"
            )
        );
        foreach (var survivor in survivors)
        {
            output.WriteLine($"not caught: {survivor}");
        }

        Assert.True(
            caught >= Least * drawn.Count,
            $"Only {caught} of {drawn.Count} breaks were caught:\n{string.Join('\n', survivors)}"
        );
    }

    private static IEnumerable<Mutation> Mutations(JObject interaction)
    {
        var name = (string)interaction["description"]!;
        foreach (var (place, value) in Leaves(interaction["request"]!["body"]?["content"]))
        {
            foreach (var one in OfValue(value))
            {
                yield return new Mutation(one, true, name, place);
            }
        }

        foreach (var query in (interaction["request"]!["query"] as JObject ?? []).Properties())
        {
            yield return new Mutation(Operator.Drop, true, name, "?" + query.Name);
            yield return new Mutation(Operator.Rename, true, name, "?" + query.Name);
            yield return new Mutation(Operator.ChangeValue, true, name, "?" + query.Name);
            if (
                query.Value is JArray { Count: > 1 }
                || ((string)query.Value[0]!).Contains(',', StringComparison.Ordinal)
            )
            {
                yield return new Mutation(Operator.ChangeArrayStyle, true, name, "?" + query.Name);
            }
        }

        yield return new Mutation(Operator.LoseHeader, true, name, "Authorization");
        yield return new Mutation(Operator.ChangeStatus, false, name, "status");
        foreach (var header in (interaction["response"]!["headers"] as JObject ?? []).Properties())
        {
            yield return new Mutation(Operator.LoseHeader, false, name, header.Name);
        }

        foreach (var (place, value) in Leaves(interaction["response"]!["body"]?["content"]))
        {
            foreach (var one in OfValue(value))
            {
                yield return new Mutation(one, false, name, place);
            }
        }
    }

    private static IEnumerable<Operator> OfValue(JValue value)
    {
        yield return Operator.Drop;
        yield return Operator.Rename;
        if (value.Type is JTokenType.Null)
        {
            yield break;
        }

        yield return Operator.Retype;
        yield return Operator.Null;
        if (
            value.Value is string text
            && text.Length > 2
            && text.All(letter => char.IsAsciiLetterUpper(letter) || letter == '_')
        )
        {
            yield return Operator.ChangeEnumValue;
        }
    }

    private static IEnumerable<(string Place, JValue Value)> Leaves(JToken? body) =>
        body is JObject
            ? ((JObject)body.DeepClone())
                .Descendants()
                .OfType<JValue>()
                .Where(value => value.Parent is JProperty)
                .Select(value => (value.Path, value))
            : [];

    private static async Task<bool> IsCaughtAsync(Mutation mutation)
    {
        var folder = Directory.CreateTempSubdirectory("pacts-");
        try
        {
            await ContractRecorder.RunAsync(
                Contracts.All.Single(contract => contract.Name == mutation.Contract),
                folder.FullName,
                new BrokenClient(mutation)
            );
            return false;
        }
        catch (Exception error) when (error is PactNet.Exceptions.PactFailureException or Xunit.Sdk.XunitException)
        {
            return true;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Apply(Mutation mutation, string body)
    {
        using var reader = new JsonTextReader(new StringReader(body)) { DateParseHandling = DateParseHandling.None };
        var root = JToken.Load(reader);

        // What holds for the first item of a list holds for all.
        var everywhere = mutation.Place.Replace("[0]", "[*]", StringComparison.Ordinal);
        foreach (var token in root.SelectTokens(everywhere).ToList())
        {
            var property = (JProperty)token.Parent!;
            switch (mutation.Operator)
            {
                case Operator.Drop:
                    property.Remove();
                    break;
                case Operator.Rename:
                    property.Replace(new JProperty(property.Name + "_renamed", token));
                    break;
                case Operator.Retype:
                    property.Value =
                        token.Type is JTokenType.String ? new JObject { ["retyped"] = true } : new JValue("retyped");
                    break;
                case Operator.Null:
                    property.Value = JValue.CreateNull();
                    break;
                default:
                    property.Value = "CHANGED_VALUE";
                    break;
            }
        }

        return root.ToString(Formatting.None);
    }

    /// <summary>Changes a request on its way out.</summary>
    private sealed class BrokenClient(Mutation mutation) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (mutation.Operator is Operator.LoseHeader)
            {
                request.Headers.Remove(mutation.Place);
            }
            else if (mutation.Place.StartsWith('?'))
            {
                request.RequestUri = WithQuery(request.RequestUri!);
            }
            else if (request.Content is { } content && content.Headers.ContentType?.MediaType == "application/json")
            {
                request.Content = new StringContent(
                    Apply(mutation, await content.ReadAsStringAsync(cancellationToken)),
                    Encoding.UTF8,
                    "application/json"
                );
            }

            return await base.SendAsync(request, cancellationToken);
        }

        private Uri WithQuery(Uri address)
        {
            var name = mutation.Place[1..];
            var pairs = address
                .Query.TrimStart('?')
                .Split('&')
                .Select(pair => pair.Split('=', 2))
                .Select(pair => (Name: pair[0], Value: pair[1]))
                .ToList();
            var touched = pairs.Where(pair => Uri.UnescapeDataString(pair.Name) == name).ToList();
            var others = pairs.Except(touched).ToList();
            IEnumerable<(string Name, string Value)> changed = mutation.Operator switch
            {
                Operator.Drop => [],
                Operator.Rename => touched.Select(pair => (pair.Name + "_renamed", pair.Value)),
                Operator.ChangeArrayStyle when touched.Count > 1 =>
                [
                    (touched[0].Name, string.Join("%2C", touched.Select(pair => pair.Value))),
                ],
                Operator.ChangeArrayStyle => Uri.UnescapeDataString(touched[0].Value)
                    .Split(',')
                    .Select(value => (touched[0].Name, value)),
                _ => touched.Select(pair => (pair.Name, pair.Value + "0")),
            };
            return new UriBuilder(address)
            {
                Query = string.Join('&', others.Concat(changed).Select(pair => $"{pair.Name}={pair.Value}")),
            }.Uri;
        }
    }

    /// <summary>The sandbox behind a proxy that changes its replies.</summary>
    private sealed class BrokenProvider : IAsyncDisposable
    {
        private readonly PinterestSandbox _sandbox;
        private readonly WebApplication _proxy;
        private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
        private Mutation? _mutation;

        private BrokenProvider(PinterestSandbox sandbox)
        {
            _sandbox = sandbox;
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            _proxy = builder.Build();
            _proxy.Urls.Add("http://127.0.0.1:0");
            _proxy.Run(ForwardAsync);
        }

        public static async Task<BrokenProvider> StartAsync()
        {
            var provider = new BrokenProvider(
                await PinterestSandbox.StartAsync(new SandboxOptions { ServeContracts = true })
            );
            await provider._proxy.StartAsync();
            return provider;
        }

        public async Task<bool> IsCaughtAsync(Mutation mutation)
        {
            _mutation = mutation;
            _sandbox.Reset();
            var result = await Task.Run(() =>
                PactVerification.Run(
                    new VerificationRequest(ContractRecorder.Provider, new Uri(_proxy.Urls.First() + "/v5"))
                    {
                        Sources = [ContractTests.Pacts],
                        ProviderStateUrl = new Uri(_sandbox.BaseAddress, "/_pact/provider-states"),
                        DescriptionFilter = $"^{System.Text.RegularExpressions.Regex.Escape(mutation.Contract)}$",
                    }
                )
            );
            Assert.Single(result.Interactions);
            Assert.Empty(result.Problems);
            return !result.Success;
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await _proxy.DisposeAsync();
            await _sandbox.DisposeAsync();
        }

        private async Task ForwardAsync(HttpContext context)
        {
            using var request = new HttpRequestMessage(
                new HttpMethod(context.Request.Method),
                new Uri(_sandbox.BaseAddress, context.Request.Path + context.Request.QueryString)
            )
            {
                Content = new StreamContent(context.Request.Body),
            };
            foreach (var (name, value) in context.Request.Headers)
            {
                if (
                    name is not ("Host" or "Content-Length")
                    && !request.Headers.TryAddWithoutValidation(name, value.ToString())
                )
                {
                    request.Content.Headers.TryAddWithoutValidation(name, value.ToString());
                }
            }

            using var reply = await _http.SendAsync(request, context.RequestAborted);
            var body = await reply.Content.ReadAsStringAsync(context.RequestAborted);
            var mutation = _mutation!;
            var status = reply.StatusCode;
            if (mutation.Operator is Operator.ChangeStatus)
            {
                status = status is HttpStatusCode.OK ? HttpStatusCode.Accepted : HttpStatusCode.OK;
            }
            else if (mutation.Operator is not Operator.LoseHeader && body.Length > 0)
            {
                body = Apply(mutation, body);
            }

            context.Response.StatusCode = (int)status;
            foreach (var (name, value) in reply.Headers.Concat(reply.Content.Headers))
            {
                var isLost =
                    mutation.Operator is Operator.LoseHeader
                    && string.Equals(name, mutation.Place, StringComparison.OrdinalIgnoreCase);
                if (!isLost && name is not ("Content-Length" or "Transfer-Encoding" or "Date"))
                {
                    context.Response.Headers[name] = value.ToArray();
                }
            }

            if (body.Length > 0)
            {
                await context.Response.WriteAsync(body);
            }
        }
    }
}
