namespace Pinterest.OpenApi;

/// <summary>
/// The handlers that an app gives to all of its HTTP clients. Those that send again are taken out of a Pinterest
/// client, which has retries of its own that never create a thing twice.
/// </summary>
internal static class ForeignHandlers
{
    // By name, because a reference to these packages would be forced on every user.
    private const string Resilience = "Microsoft.Extensions.Http.Resilience";
    private const string Polly = "Microsoft.Extensions.Http.PolicyHttpMessageHandler";

    /// <summary>Removes the handlers that send again.</summary>
    public static void RemoveRepeating(IList<DelegatingHandler> handlers)
    {
        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            if (Repeats(handlers[i].GetType()))
            {
                handlers.RemoveAt(i);
            }
        }
    }

    private static bool Repeats(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Namespace == Resilience || type.FullName == Polly)
            {
                return true;
            }
        }

        return false;
    }
}
