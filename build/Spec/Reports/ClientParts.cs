using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Reports.Html;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>The members of the generated client that change, in groups by kind and by type.</summary>
internal static class ClientParts
{
    /// <summary>Makes the part of a page.</summary>
    public static ClientPart Of(ClientVerdict client) =>
        new()
        {
            SemVer = client.SemVer,
            Groups =
            [
                Group("Removed", "−", client.Removed),
                Group("Changed", "~", client.Changed),
                Group("Added", "+", client.Added),
            ],
        };

    private static ClientGroupPart Group(string title, string sign, IReadOnlyList<string> members) =>
        new()
        {
            Title = title,
            Count = members.Count,
            Types =
            [
                .. members
                    .GroupBy(TypeOf, StringComparer.Ordinal)
                    .Select(type => new ClientTypePart
                    {
                        Name = type.Key,
                        Members = [.. type.Select(member => $"{sign} {member}")],
                    }),
            ],
        };

    // Example: the type of Label.ParentType: LabelParentType? → string? is Label.
    private static string TypeOf(string member)
    {
        var end = member.IndexOfAny(['.', ':', '(', ' ']);
        return end > 0 ? member[..end] : member;
    }
}
