using System.Net;
using Pinterest.OpenApi;
using Spectre.Console;

namespace Samples;

/// <summary>Lists the samples, and runs one by its name.</summary>
public static class Program
{
    private const string Help = """
        Samples of Pinterest.OpenApi: dotnet run --project tests/Samples -- NAME [ARGUMENTS] [--sandbox]

          sign-in                                                        SignInWithLoopbackPage.cs
          list                                                           ListBoardsAndPins.cs
          create-pins BOARD_ID PICTURE_ADDRESS PICTURE_FILE [MEDIA_ID]   CreatePins.cs
          upload-video FILE BOARD_ID                                     UploadVideo.cs
          import-pins FILE.tsv BOARD_NAME                                ImportPins.cs
          analytics FILE.csv                                             AnalyticsToCsv.cs
          ads-report AD_ACCOUNT_ID CAMPAIGN_ID ...                       AdsReport.cs
          conversions AD_ACCOUNT_ID EMAIL                                SendConversions.cs
          worker                                                         SyncWorker.cs
          web-api ADDRESS                                                PinsApi.cs
          watch BOARD_ID                                                 WatchBoard.cs
          protect-tokens TOKEN_FOLDER KEY_FOLDER                         ProtectTokens.cs

        At Pinterest, or at PINTEREST_BASE_ADDRESS, with the token in PINTEREST_ACCESS_TOKEN; sign-in and worker take the app
        instead, PINTEREST_APP_ID and PINTEREST_APP_SECRET. With --sandbox in a sandbox of this process, where everything is
        there and no argument is needed.
        """;

    private static readonly Uri RedirectUri = new("http://localhost:8085/");

    /// <summary>Runs the program.</summary>
    public static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            // The sample ends by itself, and says how far it came.
            pressed.Cancel = true;
            stop.Cancel();
        };
        return await RunAsync(args, Console.Out, Console.Error, stop.Token);
    }

    /// <summary>
    /// Runs the sample that the arguments name. Gives 0 when it did what it should, 1 when not, 2 for wrong
    /// arguments.
    /// </summary>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellationToken
    )
    {
        var isSandbox = arguments.Contains("--sandbox");
        string[] words = [.. arguments.Where(argument => argument != "--sandbox")];
        var terminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected ? AnsiConsole.Console : null;
        try
        {
            await using var place = isSandbox
                ? await Surroundings.OfSandboxAsync(cancellationToken)
                : Surroundings.OfPinterest();
            if (words.Length == 1)
            {
                words = [.. words, .. place.Usual(words[0])];
            }

            return words switch
            {
                [] or ["--help"] => await SayAsync(output, Help, 0),
                ["sign-in"] => await SignInWithLoopbackPage.RunAsync(
                    place.WithApp,
                    output,
                    place.AuthorizeAddress,
                    RedirectUri,
                    place.TokenFolder,
                    cancellationToken
                ),
                ["list"] => await ListBoardsAndPins.RunAsync(place.WithToken, output, cancellationToken),
                ["create-pins", var board, var address, var file, .. { Length: <= 1 } more] =>
                    await CreatePins.RunAsync(
                        place.WithToken,
                        output,
                        board,
                        address,
                        file,
                        more is [var media] ? media : null,
                        cancellationToken
                    ),
                ["upload-video", var file, var board] => await UploadVideo.RunAsync(
                    place.WithToken,
                    output,
                    file,
                    board,
                    terminal,
                    cancellationToken
                ),
                ["import-pins", var file, var board] => await ImportPins.RunAsync(
                    place.WithToken,
                    output,
                    file,
                    board,
                    cancellationToken
                ),
                ["analytics", var file] => await AnalyticsToCsv.RunAsync(
                    place.WithToken,
                    output,
                    file,
                    cancellationToken
                ),
                ["ads-report", var account, .. { Length: > 0 } campaigns] => await AdsReport.RunAsync(
                    place.WithToken,
                    output,
                    account,
                    campaigns,
                    cancellationToken
                ),
                ["conversions", var account, var email] => await SendConversions.RunAsync(
                    place.WithToken,
                    output,
                    account,
                    email,
                    cancellationToken
                ),
                ["worker"] => await SyncWorker.RunAsync(
                    place.WithApp,
                    output,
                    place.TokenFolder,
                    place.Interval,
                    cancellationToken
                ),
                ["web-api", var address] => await PinsApi.RunAsync(place.WithToken, output, address, cancellationToken),
                ["watch", var board] => await WatchBoard.RunAsync(
                    place.WithToken,
                    output,
                    board,
                    place.CheckpointFolder,
                    place.Interval,
                    cancellationToken
                ),
                ["protect-tokens", var tokens, var keys] => await ProtectTokens.RunAsync(
                    output,
                    tokens,
                    keys,
                    cancellationToken
                ),
                _ => await SayAsync(errors, Help, 2),
            };
        }
        catch (Exception error)
            when (error
                    is PinterestException
                        or ArgumentException
                        or InvalidOperationException
                        or IOException
                        or HttpListenerException
            )
        {
            return await SayAsync(errors, error.Message, 1);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await SayAsync(errors, "Stopped.", 1);
        }
    }

    private static async Task<int> SayAsync(TextWriter writer, string text, int code)
    {
        await writer.WriteLineAsync(text);
        return code;
    }
}
