using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pinterest.OpenApi;

namespace Samples;

/// <summary>
/// A web API over Pinterest: the client from the services, its options from the configuration, and models as JSON.
/// </summary>
public static class PinsApi
{
    /// <summary>Serves the API at an address until it is cancelled.</summary>
    public static async Task<int> RunAsync(
        PinterestClientOptions options,
        TextWriter output,
        string address,
        CancellationToken cancellationToken
    )
    {
        // A real app has these in appsettings.json and in its secrets.
        await using var app = Create([
            $"--Pinterest:BaseAddress={options.BaseAddress}",
            $"--Pinterest:AccessToken={options.AccessToken}",
            $"--Pinterest:AccessTier={options.AccessTier}",
            $"--urls={address}",
        ]);
        await app.StartAsync(cancellationToken);
        await output.WriteLineAsync($"GET {app.Urls.First()}/boards lists the boards. Ctrl+C stops.");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await app.StopAsync(CancellationToken.None);
        }

        return 0;
    }

    /// <summary>Makes the app. A wrong option of the section Pinterest stops its start.</summary>
    public static WebApplication Create(string[] arguments)
    {
        #region services
        var builder = WebApplication.CreateBuilder(arguments);
        builder.Services.AddPinterestClient(builder.Configuration.GetSection("Pinterest"));
        #endregion
        var app = builder.Build();

        #region endpoints
        app.MapGet(
            "/boards/{id}",
            (string id, IPinterestClient pinterest) => AsJson(() => pinterest.Boards.GetAsync(id))
        );
        app.MapGet("/boards", (IPinterestClient pinterest) => AsJson(() => pinterest.Boards.ListAsync(pageSize: 250)));
        #endregion
        return app;
    }

    #region json
    // PinterestJson keeps unknown members and tells null from absent, as Pinterest does.
    private static async Task<IResult> AsJson<T>(Func<Task<T>> call)
    {
        try
        {
            return Results.Content(PinterestJson.Serialize(await call()), "application/json");
        }
        catch (PinterestNotFoundException error)
        {
            return Results.Problem(error.ApiMessage, statusCode: StatusCodes.Status404NotFound);
        }
    }
    #endregion
}
