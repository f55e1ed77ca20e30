using Microsoft.Extensions.DependencyInjection;
using Pinterest.OpenApi.Sandbox.Admin;
using Pinterest.OpenApi.Sandbox.Core;
using Pinterest.OpenApi.Sandbox.Faults;
using Pinterest.OpenApi.Sandbox.Jobs;
using Pinterest.OpenApi.Sandbox.MadeUp;
using Pinterest.OpenApi.Sandbox.Media;
using Pinterest.OpenApi.Sandbox.OAuth;
using Pinterest.OpenApi.Sandbox.Pipeline;
using Pinterest.OpenApi.Sandbox.RateLimits;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Hosting;

/// <summary>Registers the parts of a sandbox. There is one of each.</summary>
internal static class SandboxServices
{
    public static void AddSandbox(
        this IServiceCollection services,
        SandboxOptions options,
        ServedDescription description
    )
    {
        services.AddSingleton(options).AddSingleton(options.TimeProvider).AddSingleton(description);
        services.AddSingleton<ServerAddress>().AddSingleton<OperationEndpoint>();
        services.AddState(options).AddOAuth(options, description).AddAdmin(options);
        services
            .AddSingleton(new RateLimitCounters(options.AccessTier, options.TimeProvider))
            .AddSingleton(new FaultPlan(options.FaultRate, options.Seed))
            .AddSingleton<CoreParts>()
            .AddSingleton<CoreOperations>()
            .AddSingleton<JobOperations>()
            .AddSingleton<JobFiles>()
            .AddSingleton<LaterFailures>()
            .AddSingleton<ExampleReplies>()
            .AddSingleton(provider => new JobStore(
                provider.GetRequiredService<SandboxState>(),
                options.TimeProvider,
                options.JobProcessingTime
            ))
            .AddSingleton<UploadEndpoint>()
            .AddSingleton(provider => new MediaUploads(
                provider.GetRequiredService<SandboxState>(),
                options.TimeProvider,
                options.MediaProcessingTime
            ));
    }

    private static IServiceCollection AddState(this IServiceCollection services, SandboxOptions options) =>
        services
            .AddSingleton<IStateJournal>(_ =>
                options.StateFile is { } path ? StateFile.Open(path, TokenTable.KeptTypes) : new NoJournal()
            )
            .AddSingleton<SandboxState>()
            .AddSingleton<Users>();

    private static IServiceCollection AddOAuth(
        this IServiceCollection services,
        SandboxOptions options,
        ServedDescription description
    ) =>
        services
            .AddSingleton<TokenTable>()
            .AddSingleton(provider => new OAuthOperations(
                provider.GetRequiredService<TokenTable>(),
                description.Scopes
            ))
            .AddSingleton(provider => new Authenticator(
                provider.GetRequiredService<TokenTable>(),
                provider.GetRequiredService<Users>().DefaultId,
                options.ServeContracts ? description.Scopes : null
            ))
            .AddSingleton(provider => new AuthorizePage(
                provider.GetRequiredService<TokenTable>(),
                description.Scopes,
                provider.GetRequiredService<Users>().DefaultId,
                options
            ));

    private static IServiceCollection AddAdmin(this IServiceCollection services, SandboxOptions options) =>
        services
            .AddSingleton<RequestLog>()
            .AddSingleton<AdminEndpoint>()
            .AddSingleton<HomeEndpoint>()
            .AddSingleton<HomePage>()
            .AddSingleton<PassingState>()
            .AddSingleton<ProviderStates>()
            .AddSingleton<ExampleEntities>()
            .AddSingleton<ExampleGrants>()
            .AddSingleton<ExampleJobs>()
            .AddSingleton<AccountSetup>()
            .AddSingleton(provider => new ContentMaker(
                provider.GetRequiredService<SandboxState>(),
                provider.GetRequiredService<Users>(),
                options.TimeProvider,
                options.Seed
            ));
}
