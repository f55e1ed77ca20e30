using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// How much of long lists a report writes. Each finding has the list of the operations that it reaches, and thousands of
/// findings may share a list of thousands: all of them together stay within a size, and what is left out is counted. Of
/// all lists the longest are cut first, so that a short one is complete.
/// </summary>
internal sealed class ListedNames
{
    // No two releases of Pinterest's need a tenth of it.
    private const int MaxCharacters = 1_000_000;

    // Room for a name or two in each list, however many lists there are.
    private const int MoreForEach = 100;

    private ListedNames(int limit, int cut)
    {
        Limit = limit;
        Cut = cut;
    }

    /// <summary>Gets how many names of each list are written.</summary>
    public int Limit { get; }

    /// <summary>Gets how many lists are longer than that.</summary>
    public int Cut { get; }

    /// <summary>Finds out how much of some lists is written. A list that stands there several times counts each time.</summary>
    public static ListedNames Of(IEnumerable<IReadOnlyList<string>> lists)
    {
        var counts = lists.GroupBy(list => list).Select(same => (Names: same.Key, Times: same.Count())).ToList();
        var longest = counts.Select(list => list.Names.Count).Append(0).Max();
        if (Fits(counts, longest))
        {
            return new ListedNames(longest, 0);
        }

        var (fits, tooMany) = (0, longest);
        while (fits + 1 < tooMany)
        {
            var middle = fits + ((tooMany - fits) / 2);
            if (Fits(counts, middle))
            {
                fits = middle;
            }
            else
            {
                tooMany = middle;
            }
        }

        return new ListedNames(fits, counts.Where(list => list.Names.Count > fits).Sum(list => list.Times));
    }

    /// <summary>Finds out how many operations are written with each finding.</summary>
    public static ListedNames OfOperations(DiffResult result) =>
        Of(result.Findings.Concat(result.Ignored).Select(finding => finding.Operations));

    /// <summary>Gives the notices of a report, and another one when operations are left out.</summary>
    public IEnumerable<string> Notices(DiffResult result) =>
        Cut == 0
            ? result.Notices
            : result.Notices.Append(
                $"{Counts.Of(Cut, "finding")} {(Cut == 1 ? "reaches" : "reach")} more than {Limit} operations. The report lists the first "
                    + $"{Limit} and the number of all."
            );

    /// <summary>Gives the names of a list that are written.</summary>
    public IEnumerable<string> Shown(IReadOnlyList<string> names) => names.Take(Limit);

    /// <summary>Tells whether some names of a list are not written.</summary>
    public bool Cuts(IReadOnlyList<string> names) => names.Count > Limit;

    /// <summary>Gives what is written, and how many names are not. Example: GET /a, GET /b and 2 more.</summary>
    public string Line(IReadOnlyList<string> names) =>
        string.Join(", ", Shown(names)) + (Cuts(names) ? $" {More(names)}" : "");

    /// <summary>Says how many names are not written, or null when all are. Example: and 2 more.</summary>
    public string? More(IReadOnlyList<string> names) => Cuts(names) ? $"and {names.Count - Limit} more" : null;

    // Ends as soon as they do not, so that the time is bounded as well.
    private static bool Fits(List<(IReadOnlyList<string> Names, int Times)> lists, int limit)
    {
        var left = MaxCharacters + (MoreForEach * lists.Sum(list => (long)list.Times));
        foreach (var (names, times) in lists)
        {
            foreach (var name in names.Take(limit))
            {
                left -= (name.Length + 1L) * times;
                if (left < 0)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
