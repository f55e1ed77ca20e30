using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.MadeUp;

/// <summary>
/// Bounds the work and the size of a made-up reply. A description may ask for fifty million items, or for schemas that
/// double at each level.
/// </summary>
/// <param name="operation">The id of the operation that is answered.</param>
internal sealed class ReplyBudget(string operation)
{
    private const long MostWork = 100_000;
    private const long MostText = 4 * 1024 * 1024;

    private long _work;
    private long _text;

    /// <summary>Counts work; one for each value.</summary>
    /// <exception cref="SandboxError">501: the reply takes too much.</exception>
    public void Spend(long work)
    {
        _work += work;
        if (_work > MostWork)
        {
            throw TooLarge($"{MostWork} values");
        }
    }

    /// <summary>Counts characters before a text of them is made.</summary>
    /// <exception cref="SandboxError">501: the reply takes too much.</exception>
    public void Write(long characters)
    {
        _text += characters;
        if (_text > MostText)
        {
            throw TooLarge($"{MostText} characters");
        }
    }

    /// <summary>Gives a limit of a schema as a number from 0 to the largest.</summary>
    public static int Whole(decimal limit) => (int)Math.Clamp(limit, 0, int.MaxValue);

    private SandboxError TooLarge(string limit) =>
        new(
            StatusCodes.Status501NotImplemented,
            0,
            $"The sandbox cannot generate a response for {operation}: its schema requires more than {limit}."
        );
}
