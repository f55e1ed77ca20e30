namespace Pinterest.OpenApi.Mcp.Pages;

/// <summary>The addresses of the page.</summary>
internal static class PageRoutes
{
    /// <summary>The form that takes the person's key.</summary>
    public const string Home = "/";

    /// <summary>Where the form is sent to.</summary>
    public const string SignIn = "/sign-in";

    /// <summary>The page of a session. All else of the session lies below it.</summary>
    public const string Session = "/p/{session}/";

    /// <summary>Takes a yes or a no; below a session.</summary>
    public const string Approvals = "approvals";

    /// <summary>Changes the rights of an agent; below a session.</summary>
    public const string Agents = "agents";

    /// <summary>Checks the whole log; below a session.</summary>
    public const string Verify = "verify";

    /// <summary>Ends a session; below it.</summary>
    public const string SignOut = "sign-out";

    /// <summary>The ids of what waits, a line each; below a session.</summary>
    public const string Waiting = "waiting";

    /// <summary>The pictures of what waits; below a session.</summary>
    public const string Pictures = "pictures/";
}
