using System.Runtime.CompilerServices;
using Pinterest.OpenApi;

namespace Samples;

/// <summary>
/// Makes a Pin of each line of a file on a board of a given name, and says what became of each. A line has a title, a link
/// and the address of a picture, with tabs between them.
/// </summary>
public static class ImportPins
{
    /// <summary>Runs the sample. Gives 0 when all Pins were created.</summary>
    public static async Task<int> RunAsync(
        PinterestClientOptions options,
        TextWriter output,
        string file,
        string boardName,
        CancellationToken cancellationToken
    )
    {
        var pinterest = new PinterestClient(options);
        #region board
        // The board is found when the sample runs again.
        var board = await pinterest.FindOrCreateBoardAsync(boardName, cancellationToken: cancellationToken);
        await output.WriteLineAsync($"{board.Item.Name}: {(board.WasCreated ? "created" : "found")}.");
        #endregion

        var isWhole = true;
        #region outcomes
        // The lines are read as they are needed, and the outcomes come in the order of the lines.
        var pins = ReadAsync(file, board.Item.Id, cancellationToken);
        await foreach (var outcome in pinterest.CreatePinsAsync(pins, cancellationToken: cancellationToken))
        {
            isWhole &= outcome.Kind is PinOutcomeKind.Created;
            await output.WriteLineAsync($"Line {outcome.Index + 1}: {Describe(outcome)}");
        }
        #endregion
        return isWhole ? 0 : 1;
    }

    #region kinds
    private static string Describe(PinOutcome outcome) =>
        outcome.Kind switch
        {
            PinOutcomeKind.Created => $"Pin {outcome.Pin!.Id}",
            PinOutcomeKind.Failed => $"not created. {outcome.Error!.Message}",
            PinOutcomeKind.Unknown => $"look at the board before you try again. {outcome.Lookup?.Reason}",
            _ => $"not tried. {outcome.Error!.Message}",
        };
    #endregion

    private static async IAsyncEnumerable<BulkPin> ReadAsync(
        string file,
        string boardId,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
        {
            number++;
            if (
                line.Split('\t') is not [var title, var link, var picture]
                || !Uri.TryCreate(link, UriKind.Absolute, out var target)
                || !Uri.TryCreate(picture, UriKind.Absolute, out var address)
            )
            {
                throw new InvalidDataException(
                    $"{file}, line {number}: expected a title, a link and the address of a picture, with tabs between them."
                );
            }

            yield return BulkPin.OfImages(
                new PinDraft(boardId) { Title = title, Link = target },
                PinImage.FromUri(address)
            );
        }
    }
}
