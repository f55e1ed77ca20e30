using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Unit.Spec.Operations;

/// <summary>A form means one object, wherever it is read.</summary>
public sealed class FormBodyTests
{
    private static readonly JObject Root = JObject.Parse(
        """
        {
          "Form": {
            "properties": {
              "ids": {"type": "array", "items": {"type": "string"}},
              "name": {"type": "string"},
              "free": {}
            },
            "discriminator": {"propertyName": "kind", "mapping": {"tagged": "#/Tagged"}}
          },
          "Tagged": {
            "properties": {"tags": {"type": "array"}},
            "oneOf": [{"$ref": "#/Form"}, {"properties": {"deep": {"type": "array"}}}]
          }
        }
        """
    );

    [Theory]
    [InlineData("", "{}")]
    [InlineData("ids=1&ids=2", """{"ids":["1","2"]}""")]
    [InlineData("ids=1", """{"ids":["1"]}""")]
    [InlineData("ids=1,2", """{"ids":["1,2"]}""")]
    [InlineData("name=a&name=b", """{"name":"b"}""")]
    [InlineData("free=a&free=b&other=c&other=d", """{"free":"b","other":"d"}""")]
    [InlineData("name=a&Name=b", """{"name":"a","Name":"b"}""")]
    [InlineData("?name=a&name=b", """{"?name":"a","name":"b"}""")]
    [InlineData("tags=a&tags=b&deep=c", """{"tags":["a","b"],"deep":["c"]}""")]
    public void Each_value_of_an_array_is_an_item_and_the_last_value_of_any_other_field_counts(
        string text,
        string expected
    ) =>
        Assert.Equal(
            expected,
            FormBody.Read(text, new SchemaModel(Root).Of((JObject)Root["Form"]!)).ToString(Formatting.None)
        );

    [Fact]
    public void The_last_value_of_each_field_counts_where_nothing_is_said_of_the_form() =>
        Assert.Equal("""{"a":"2"}""", FormBody.Read("a=1&a=2").ToString(Formatting.None));
}
