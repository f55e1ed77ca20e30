using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>Refuses members that an admin request does not have, so that a misspelt one is not silently without effect.</summary>
internal static class MemberNames
{
    /// <summary>Checks the members of a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="known">The members that it may have.</param>
    /// <exception cref="SandboxError">400: a member is not known. Example: pinsPerBoard, for which the message says
    /// pins_per_board.</exception>
    public static void Check(JObject body, params ReadOnlySpan<string> known)
    {
        foreach (var member in body.Properties())
        {
            if (!known.Contains(member.Name))
            {
                throw SandboxError.Invalid(Message(member.Name, known));
            }
        }
    }

    /// <summary>Tells whether two names are the same but for case, underscores and hyphens.</summary>
    public static bool AreAlike(string one, string other) => Plain(one) == Plain(other);

    private static string Message(string name, ReadOnlySpan<string> known)
    {
        foreach (var candidate in known)
        {
            if (AreAlike(name, candidate) || AreAlike(name, candidate + "id"))
            {
                return $"'{name}' is unknown. Write '{candidate}'.";
            }
        }

        return $"'{name}' is unknown. The members are {string.Join(", ", known.ToArray())}.";
    }

    private static string Plain(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
