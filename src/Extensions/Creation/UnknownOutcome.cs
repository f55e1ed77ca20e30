namespace Pinterest.OpenApi;

/// <summary>Tells the errors after which nobody knows whether Pinterest did what a POST asked for.</summary>
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
