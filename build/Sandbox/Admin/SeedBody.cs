using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>Reads the amounts that a request to fill the account names.</summary>
internal static class SeedBody
{
    private const string Boards = "boards";
    private const string Sections = "sections_per_board";
    private const string Pins = "pins_per_board";
    private const string Followers = "followers";

    /// <exception cref="SandboxError">400: a member is not known, or is no whole number.</exception>
    public static SandboxContent Read(JObject body)
    {
        MemberNames.Check(body, Boards, Sections, Pins, Followers);
        var usual = new SandboxContent();
        return new SandboxContent
        {
            Boards = Number(body, Boards, usual.Boards),
            SectionsPerBoard = Number(body, Sections, usual.SectionsPerBoard),
            PinsPerBoard = Number(body, Pins, usual.PinsPerBoard),
            Followers = Number(body, Followers, usual.Followers),
        };
    }

    private static int Number(JObject body, string name, int usual) =>
        body.TryGetValue(name, StringComparison.Ordinal, out var sent)
            ? sent.WholeNumber() ?? throw SandboxError.Invalid($"'{name}' must be a whole number.")
            : usual;
}
