namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Combines answers.</summary>
internal static class Answers
{
    /// <summary>Gives the worse of two answers. The second question is not asked when the first is answered no.</summary>
    public static Answer And(this Answer first, Func<Answer> second)
    {
        if (first is Answer.No)
        {
            return first;
        }

        var next = second();
        return next < first ? next : first;
    }
}
