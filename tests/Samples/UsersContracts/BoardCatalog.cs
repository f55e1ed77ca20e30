using Pinterest.OpenApi;
using Pinterest.OpenApi.Models;

namespace YourApp;

/// <summary>The code of an app that is under test: boards by their names.</summary>
public sealed class BoardCatalog(IPinterestClient pinterest)
{
    /// <summary>Gives the id of the board of a name, and makes the board when there is none.</summary>
    public async Task<string> EnsureAsync(string name, CancellationToken cancellationToken = default)
    {
        await foreach (var board in pinterest.Boards.EnumerateAsync(pageSize: 250).WithCancellation(cancellationToken))
        {
            if (string.Equals(board.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return board.Id;
            }
        }

        return (
            await pinterest.Boards.CreateAsync(new BoardCreate { Name = name }, cancellationToken: cancellationToken)
        ).Id;
    }
}
