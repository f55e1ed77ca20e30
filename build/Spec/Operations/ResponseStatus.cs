namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>The keys under which an operation lists its responses: a status, a range such as 2XX, or default.</summary>
internal static class ResponseStatus
{
    private const string Default = "default";

    /// <summary>Tells whether a status or a range is a success.</summary>
    public static bool IsSuccess(string status) => status.StartsWith('2');

    /// <summary>Tells whether it stands for a hundred statuses.</summary>
    public static bool IsRange(string status) => status.EndsWith("XX", StringComparison.Ordinal);

    /// <summary>
    /// Gives the response of a status: its own, that of its range, or default. The default stands for a success only
    /// where no success is listed. Example: with 200 and default, 404 is covered by default and 201 by nothing.
    /// </summary>
    /// <param name="responses">The listed responses.</param>
    /// <param name="status">The status. A range or default is covered as a status is.</param>
    public static T? Covering<T>(IReadOnlyDictionary<string, T> responses, string status)
        where T : class
    {
        var listed = responses.GetValueOrDefault(status);
        if (listed is null && status.Length == 3)
        {
            listed = responses.GetValueOrDefault(status[0] + "XX");
        }

        if (listed is not null || (IsSuccess(status) && responses.Keys.Any(IsSuccess)))
        {
            return listed;
        }

        return responses.GetValueOrDefault(Default);
    }
}
