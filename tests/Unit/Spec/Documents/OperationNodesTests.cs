using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Unit.Spec.Documents;

/// <summary>The operations of a document are listed in one place.</summary>
public sealed class OperationNodesTests
{
    private static readonly JObject Root = JObject.Parse(
        """
        {
          "paths": {
            "x-note": 1,
            "/b": {
              "parameters": [{"name": "id", "in": "query", "a": "path"}, {"name": "id", "in": "header"}],
              "post": {"parameters": [{"name": "id", "in": "query", "a": "own"}], "tags": ["first", "second"]},
              "head": {},
              "get": {}
            },
            "/a": {"get": {}}
          }
        }
        """
    );

    [Fact]
    public void Paths_keep_their_order_and_methods_have_one() =>
        Assert.Equal(
            ["get /b", "post /b", "get /a"],
            OperationNodes.Supported(Root).Select(operation => $"{operation.Method} {operation.Path}")
        );

    [Fact]
    public void All_methods_of_OpenAPI_are_listed_for_checks() =>
        Assert.Equal(
            ["get /b", "post /b", "head /b", "get /a"],
            OperationNodes.All(Root).Select(operation => $"{operation.Method} {operation.Path}")
        );

    [Fact]
    public void A_path_that_is_a_reference_has_the_operations_of_what_it_refers_to()
    {
        var root = JObject.Parse(
            """
            {
              "paths": {"/a": {"$ref": "#/components/pathItems/A"}, "/b": {"$ref": "#/nowhere"}},
              "components": {"pathItems": {"A": {"get": {}, "query": {}}}}
            }
            """
        );

        Assert.Equal(["get /a"], OperationNodes.Supported(root).Select(found => $"{found.Method} {found.Path}"));
        Assert.Equal(["get /a", "query /a"], OperationNodes.All(root).Select(found => $"{found.Method} {found.Path}"));
        Assert.NotNull(OperationNodes.Find(root, "/a", "GET"));
    }

    [Fact]
    public void A_parameter_of_the_operation_replaces_the_one_of_its_path_with_the_same_name_and_place()
    {
        var operation = OperationNodes.Find(Root, "/b", "POST")!;

        Assert.Equal(
            ["query own", "header "],
            operation.EffectiveParameters(parameter => parameter).Select(found => $"{found.Place} {found.Node["a"]}")
        );
        Assert.Equal("first", operation.Tag);
        Assert.Null(OperationNodes.Find(Root, "/b", "PUT"));
        Assert.Null(OperationNodes.Find(Root, "/c", "GET"));
    }
}
