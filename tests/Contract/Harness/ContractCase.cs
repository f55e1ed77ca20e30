using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi.Contract;

/// <summary>A state that the provider is in.</summary>
internal sealed record ProviderState(string Name, IReadOnlyDictionary<string, string> Parameters);

/// <summary>What a provider answers.</summary>
internal sealed record ContractReply(int Status, object? Json)
{
    public (string Text, string ContentType)? Raw { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

/// <summary>One interaction: what the client asks, what it is answered, and what it makes of the answer.</summary>
internal sealed record ContractCase(string Name)
{
    public IReadOnlyList<ProviderState> States { get; init; } = [];

    public HttpMethod Method { get; init; } = HttpMethod.Get;

    public string Path { get; init; } = "";

    /// <summary>Gets the query; a name that comes several times is sent several times.</summary>
    public IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];

    public object? Json { get; init; }

    public string? Form { get; init; }

    public ContractReply Reply { get; init; } = new(200, null);

    /// <summary>Gets what the client does, and what it must make of the answer.</summary>
    public Func<ContractClient, Task> Check { get; init; } = _ => Task.CompletedTask;

    // Test names are what a reader sees.
    public override string ToString() => Name;

    public ContractCase Given(string state, params (string Name, string Value)[] parameters) =>
        this with
        {
            States =
            [
                .. States,
                new ProviderState(
                    state,
                    parameters.ToDictionary(
                        parameter => parameter.Name,
                        parameter => parameter.Value,
                        StringComparer.Ordinal
                    )
                ),
            ],
        };

    public ContractCase When(HttpMethod method, string path, params (string Name, string Value)[] query) =>
        this with
        {
            Method = method,
            Path = path,
            Query = query,
        };

    public ContractCase Sending(object json) => this with { Json = json };

    public ContractCase SendingForm(params (string Name, string Value)[] fields) =>
        this with
        {
            Form = string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}")),
        };

    public ContractCase Responds(int status, object? json = null) =>
        this with
        {
            Reply = new ContractReply(status, json),
        };

    public ContractCase RespondsRaw(int status, string text, string contentType) =>
        this with
        {
            Reply = new ContractReply(status, null) { Raw = (text, contentType) },
        };

    public ContractCase WithHeader(string name, string value) =>
        this with
        {
            Reply = Reply with { Headers = new Dictionary<string, string>(Reply.Headers) { [name] = value } },
        };

    public ContractCase Checked(Func<ContractClient, Task> check) => this with { Check = check };

    /// <summary>The client must make an exception of the answer.</summary>
    public ContractCase Throws<T>(Func<PinterestClient, Task> call, Action<T>? check = null)
        where T : PinterestException =>
        this with
        {
            Check = async client =>
            {
                var error = await Assert.ThrowsAsync<T>(() => call(client.Pinterest));
                check?.Invoke(error);
            },
        };
}
