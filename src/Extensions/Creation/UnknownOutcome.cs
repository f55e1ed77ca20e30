namespace Pinterest.OpenApi;

/// <summary>Finds the errors after which the outcome of a POST is unknown.</summary>
internal static class UnknownOutcome
{
    public static bool Is(Exception error) =>
        error switch
        {
            PinterestException failure => failure.MayHaveHappened,
            ArgumentException => false,

            // Code of the caller failed, for example OnResponse, and may have done so after the request.
            _ => true,
        };
}
