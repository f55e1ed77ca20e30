using System.Net;
using PactNet;
using PactNet.Infrastructure.Outputters;
using PactNet.Matchers;

namespace Pinterest.OpenApi.Contract;

/// <summary>Runs an interaction against Pact's mock server, and records it when the client does what it says.</summary>
internal static class ContractRecorder
{
    public const string Consumer = "Pinterest.OpenApi";
    public const string Provider = "Pinterest";

    public static async Task RunAsync(ContractCase contract, string folder, DelegatingHandler? between = null)
    {
        var pact = Pact.V4(
                Consumer,
                Provider,
                new PactConfig
                {
                    PactDir = folder,
                    LogLevel = PactLogLevel.Error,
                    Outputters = Array.Empty<IOutput>(),
                }
            )
            .WithHttpInteractions();
        var request = pact.UponReceiving(contract.Name);
        foreach (var state in contract.States)
        {
            if (state.Parameters.Count == 0)
            {
                request.Given(state.Name);
            }
            else
            {
                request.Given(
                    state.Name,
                    state.Parameters.ToDictionary(
                        parameter => parameter.Key,
                        parameter => parameter.Value,
                        StringComparer.Ordinal
                    )
                );
            }
        }

        Describe(contract, request);
        await pact.VerifyAsync(async context =>
        {
            using var client = new ContractClient(context.MockServerUri, between);
            await contract.Check(client);
        });
    }

    private static void Describe(ContractCase contract, IRequestBuilderV4 request)
    {
        request.WithRequest(contract.Method, contract.Path);
        foreach (var (name, value) in contract.Query)
        {
            request.WithQuery(name, value);
        }

        if (contract.Form is not null)
        {
            request
                .WithHeader("Authorization", Match.Regex("Basic MTAwMDAwMTpleGFtcGxl", "^Basic [A-Za-z0-9+/=]+$"))
                .WithBody(contract.Form, "application/x-www-form-urlencoded");
        }
        else
        {
            request.WithHeader(
                "Authorization",
                Match.Regex($"Bearer {ContractClient.AccessToken}", @"^Bearer pina_\w+$")
            );
        }

        if (contract.Json is not null)
        {
            request.WithJsonBody(contract.Json);
        }

        var reply = request.WillRespond().WithStatus((HttpStatusCode)contract.Reply.Status);
        foreach (var (name, value) in contract.Reply.Headers)
        {
            reply.WithHeader(name, value);
        }

        if (contract.Reply.Json is not null)
        {
            reply.WithJsonBody(contract.Reply.Json);
        }
        else if (contract.Reply.Raw is { } raw)
        {
            reply.WithBody(raw.Text, raw.ContentType);
        }
    }
}
