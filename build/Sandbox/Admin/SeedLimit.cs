using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>Bounds what one seeding over HTTP makes. A program that holds the sandbox may fill it as it likes.</summary>
internal static class SeedLimit
{
    private const int MostThings = 100_000;

    /// <summary>Gives the amounts back when they are within the limit.</summary>
    /// <exception cref="SandboxError">400: they are too large, or below zero.</exception>
    public static SandboxContent Check(SandboxContent content)
    {
        if (content.Boards < 0 || content.SectionsPerBoard < 0 || content.PinsPerBoard < 0 || content.Followers < 0)
        {
            throw SandboxError.Invalid(
                "A number of boards, sections, Pins or followers is negative. It must be 0 or more."
            );
        }

        // As decimals, because the product of two large numbers is no number of 64 bits.
        var things = content.Boards * (1m + content.SectionsPerBoard + content.PinsPerBoard) + content.Followers;
        return things <= MostThings
            ? content
            : throw SandboxError.Invalid(
                $"That would make {things} boards, sections, Pins and followers; one request makes at most {MostThings}."
            );
    }
}
