namespace PactNet;

internal sealed record ConsumerContext(Uri MockServerUri) : IConsumerContext;
