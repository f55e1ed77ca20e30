using System.Globalization;
using System.Web;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Watching;

/// <summary>
/// Does one planned thing before each request of a watch. It can give pages by counting items, as many servers do: then
/// what is made or deleted between two pages shows an item twice, or hides one. The bookmarks of the sandbox name the
/// last item, so that its pages do not shift.
/// </summary>
internal sealed class ShiftingPages(bool countsItems) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly Queue<Func<Task>> _planned = new();

    /// <summary>Plans things, one before each of the next requests.</summary>
    public void Plan(IEnumerable<Func<Task>> steps)
    {
        foreach (var step in steps)
        {
            _planned.Enqueue(step);
        }
    }

    /// <summary>Forgets what was not done.</summary>
    public void Forget() => _planned.Clear();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (_planned.TryDequeue(out var step))
        {
            await step();
        }

        var isList = request.RequestUri!.AbsolutePath.EndsWith("/pins", StringComparison.Ordinal);
        return countsItems && isList
            ? await CountAsync(request, cancellationToken)
            : await base.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> CountAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
        var size = int.Parse(query["page_size"]!, CultureInfo.InvariantCulture);
        var from = int.Parse(query["bookmark"] ?? "0", CultureInfo.InvariantCulture);
        request.RequestUri = new UriBuilder(request.RequestUri) { Query = "page_size=250" }.Uri;
        using var all = await base.SendAsync(request, cancellationToken);
        var items = (JArray)JObject.Parse(await all.Content.ReadAsStringAsync(cancellationToken))["items"]!;
        var page = new JObject
        {
            ["items"] = new JArray(items.Skip(from).Take(size)),
            ["bookmark"] = from + size < items.Count ? $"{from + size}" : null,
        };
        return FakePinterest.Reply(page.ToString());
    }
}
