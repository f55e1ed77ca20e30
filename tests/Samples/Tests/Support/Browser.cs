using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Samples.Tests.Support;

/// <summary>A user with a browser, who signs in on the sandbox's page.</summary>
internal static partial class Browser
{
    /// <summary>Opens the page, presses a button, and follows to where that leads.</summary>
    /// <returns>What the last page says.</returns>
    public static async Task<string> PressAsync(Uri page, string answer)
    {
        using var http = new HttpClient();
        var html = await http.GetStringAsync(page);
        var fields = HiddenField()
            .Matches(html)
            .Select(match => (Name: match.Groups[1].Value, Value: WebUtility.HtmlDecode(match.Groups[2].Value)))
            .Append((Name: "answer", Value: answer));
        using var form = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
        );
        using var last = await http.PostAsync(new Uri(page, page.AbsolutePath), form);
        return await last.Content.ReadAsStringAsync();
    }

    /// <summary>Signs in with the sample, so that the tokens are in the store.</summary>
    public static async Task SignInAsync(Stage stage, string tokenFolder)
    {
        using var output = new WatchedWriter();
        var sample = SignInWithLoopbackPage.RunAsync(
            stage.Options,
            output,
            stage.Sandbox.AuthorizeAddress,
            FreeAddress(),
            tokenFolder,
            CancellationToken.None
        );
        await PressAsync(new Uri(await output.LineAsync("http://", sample)), "allow");
        Assert.Equal(0, await sample.WaitAsync(Stage.Limit));
    }

    /// <summary>Gives an address of this machine at which nobody listens.</summary>
    public static Uri FreeAddress()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new UriBuilder("http", "localhost", ((IPEndPoint)probe.LocalEndpoint).Port).Uri;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")]
    private static partial Regex HiddenField();
}
