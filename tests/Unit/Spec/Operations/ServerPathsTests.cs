using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Unit.Spec.Operations;

/// <summary>The base path is that of the servers.</summary>
public sealed class ServerPathsTests
{
    [Theory]
    [InlineData("[]", "")]
    [InlineData("[{\"url\":\"/\"}]", "")]
    [InlineData("[{\"url\":\"https://api.pinterest.com/v5\"}]", "/v5")]
    [InlineData("[{\"url\":\"https://api.example.com/api/v2/\"}]", "/api/v2")]
    [InlineData("[{\"url\":\"https://api.example.com\"}]", "")]
    [InlineData("[{\"url\":\"https://api.example.com?a=b\"}]", "")]
    [InlineData("[{\"url\":\"/api/v2\"}]", "/api/v2")]
    [InlineData("[{\"url\":\"api/v2\"}]", "/api/v2")]
    [InlineData("[{\"url\":\"./api\"}]", "/api")]
    [InlineData("[{\"url\":\"../api\"}]", "/api")]
    [InlineData("[{\"url\":\"//api.example.com/v1\"}]", "/v1")]
    [InlineData("[{\"url\":\"https://a.example/a%20b\"}]", "/a b")]
    [InlineData("[{\"url\":\"https://a.example/v1\"},{\"url\":\"https://b.example/v2\"}]", "/v1 /v2")]
    [InlineData("[{\"url\":\"https://a.example/v1\"},{\"url\":\"https://b.example/v1/\"}]", "/v1")]
    [InlineData(
        "[{\"url\":\"https://{r}.example.com:{port}/{v}\",\"variables\":{\"r\":{\"default\":\"eu\"},"
            + "\"port\":{\"default\":\"8443\"},\"v\":{\"default\":\"v2\",\"enum\":[\"v1\",\"v2\"]}}}]",
        "/v2"
    )]
    [InlineData("[{\"url\":\"{base}/v1\",\"variables\":{\"base\":{\"default\":\"https://a.example/x\"}}}]", "/x/v1")]
    [InlineData("[{\"url\":\"/{v}\",\"variables\":{\"v\":{\"enum\":[\"v1\"]}}}]", "/v1")]
    [InlineData("[{\"url\":\"/{v}\"}]", "/v")]
    [InlineData("[{\"description\":\"no address\"}, 7]", "")]
    public void A_description_has_the_paths_of_its_servers(string servers, string expected) =>
        Assert.Equal(expected, string.Join(' ', ServerPaths.Of(new JObject { ["servers"] = JArray.Parse(servers) })));

    [Fact]
    public void Servers_of_an_operation_win_over_those_of_its_path_and_these_over_those_of_the_description()
    {
        var root = JObject.Parse(
            """
            {"openapi":"3.0.3","servers":[{"url":"/all"}],"paths":{
              "/a":{"get":{"operationId":"a"}},
              "/b":{"servers":[{"url":"https://b.example/path"}],"get":{"operationId":"b"},
                    "post":{"operationId":"c","servers":[{"url":"/own"}]},
                    "put":{"operationId":"d","servers":[]}}}}
            """
        );

        Assert.Equal(
            [("a", "/all"), ("b", "/path"), ("d", "/path"), ("c", "/own")],
            OperationCatalogue.Read(root).All.Select(operation => (operation.Id, operation.BasePaths[0]))
        );
        var all = OperationCatalogue.Read(root).All;
        var routes = new ServerRoutes<OperationFacts>(all, facts => facts);
        Assert.Equal("a", routes.Find("GET", "/all/a")?.Operation?.Id);
        Assert.Equal("b", routes.Find("GET", "/path/b")?.Operation?.Id);
        Assert.Equal("c", routes.Find("POST", "/own/b")?.Operation?.Id);
        Assert.Null(routes.Find("GET", "/all/b")?.Operation);
        Assert.Equal(["GET", "PUT"], routes.Find("DELETE", "/path/b")!.AllowedMethods);
        Assert.Null(routes.Find("GET", "/other/a"));
    }
}
