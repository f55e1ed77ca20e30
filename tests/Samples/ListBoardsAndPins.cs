using Pinterest.OpenApi;

namespace Samples;

/// <summary>Lists all boards with the Pins of each, then all Pins page by page; cancelling ends it at once.</summary>
public static class ListBoardsAndPins
{
    /// <summary>Runs the sample.</summary>
    public static async Task<int> RunAsync(
        PinterestClientOptions options,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var pinterest = new PinterestClient(options);
        var boards = 0;
        try
        {
            #region list
            // Pages are fetched as they are asked for; the next page of boards while the Pins of this one are listed.
            var allBoards = pinterest.Boards.EnumerateAsync(pageSize: 250).WithReadAhead();
            await foreach (var board in allBoards.WithCancellation(cancellationToken))
            {
                await output.WriteLineAsync($"{board.Name} ({board.PinCount} Pins)");
                var pins = pinterest.Boards.EnumeratePinsAsync(board.Id, pageSize: 250);
                await foreach (var pin in pins.WithCancellation(cancellationToken))
                {
                    await output.WriteLineAsync($"  {pin.Title ?? "(no title)"} -> {pin.Link ?? "(no link)"}");
                }

                boards++;
            }
            #endregion

            #region pages
            // Whole pages, for those who want to stop and go on later: keep the bookmark, and pass it as Bookmark
            // then.
            var pages = pinterest.Pins.EnumerateAsync(new() { PageSize = 250 }, cancellationToken).AsPages();
            await foreach (var page in pages)
            {
                var isLast = string.IsNullOrEmpty(page.Bookmark);
                await output.WriteLineAsync(
                    $"A page of {page.Items.Count} Pins, {(isLast ? "the last" : "more follow")}."
                );
            }
            #endregion
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Leaving the loop has ended the call that was under way.
            await output.WriteLineAsync($"Stopped after {boards} boards.");
            return 1;
        }
    }
}
