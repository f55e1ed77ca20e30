using Pinterest.OpenApi;
using Pinterest.OpenApi.Models;
using Spectre.Console;

namespace Samples;

/// <summary>
/// Uploads a video, shows how far it is, waits until Pinterest has processed it, and makes a Pin of it.
/// </summary>
public static class UploadVideo
{
    /// <summary>Runs the sample: with a bar on a terminal, and with plain lines where there is none.</summary>
    public static async Task<int> RunAsync(
        PinterestClientOptions options,
        TextWriter output,
        string file,
        string boardId,
        IAnsiConsole? terminal,
        CancellationToken cancellationToken
    )
    {
        var pinterest = new PinterestClient(options);
        try
        {
            var made = terminal is null
                ? await CreateAsync(new Lines(output))
                : await terminal
                    .Progress()
                    .StartAsync(async context => await CreateAsync(new Bar(context.AddTask("Registering"))));
            await output.WriteLineAsync($"Pin {made.Id} shows the video.");
            return 0;
        }
        catch (PinterestUploadException error)
        {
            await output.WriteLineAsync($"There is no Pin. {error.Message}");
            return 1;
        }

        async Task<Pin> CreateAsync(IProgress<UploadProgress> progress)
        {
            #region upload
            // What is wrong with the Pin is found before anything is sent; the file is read as it is sent.
            var pin = await pinterest.CreateVideoPinAsync(
                file,
                new PinDraft(boardId) { Title = "A film", AltText = "What the film shows" },
                VideoCover.Frame(TimeSpan.FromSeconds(1)),
                progress: progress,
                cancellationToken: cancellationToken
            );
            #endregion
            return pin;
        }
    }

    #region bar
    private sealed class Bar(ProgressTask task) : IProgress<UploadProgress>
    {
        public void Report(UploadProgress value)
        {
            task.Description = value.Stage.ToString();
            task.MaxValue = value.BytesTotal;
            task.Value = value.BytesSent;

            // Nobody knows how long Pinterest takes.
            task.IsIndeterminate = value.Stage is UploadStage.Processing;
        }
    }
    #endregion

    // Not Progress<T>, which reports on other threads, and so in any order.
    private sealed class Lines(TextWriter output) : IProgress<UploadProgress>
    {
        private string _last = "";

        public void Report(UploadProgress value)
        {
            var line =
                value.Stage is UploadStage.Sending
                    ? $"Sending: {value.BytesSent * 10 / value.BytesTotal * 10} %"
                    : value.Stage.ToString();
            if (line == _last)
            {
                return;
            }

            output.WriteLine(_last = line);
        }
    }
}
