using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Mcp.Pages.SignIn;

namespace Pinterest.OpenApi.Mcp.Pages;

/// <summary>How often somebody who signed in may ask for the page.</summary>
/// <param name="Name">What shares one limit.</param>
/// <param name="Burst">How many requests at once.</param>
/// <param name="Again">How long one more request takes afterwards.</param>
internal sealed record PageLimit(string Name, int Burst, TimeSpan Again)
{
    private static readonly PageLimit Person = new("person", 200, TimeSpan.FromMilliseconds(50));

    /// <summary>Gets the limit of a request; null when it is none of the person's.</summary>
    public static PageLimit? Of(HttpContext context) => context.Features.Get<PageSession>() is not null ? Person : null;
}
