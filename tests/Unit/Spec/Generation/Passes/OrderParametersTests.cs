using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A call that passes parameters by position sends them as what they were.</summary>
public sealed class OrderParametersTests
{
    private const string Text = """
        openapi: 3.0.3
        info: {title: order, version: 1.0.0}
        paths:
          /things:
            get:
              operationId: things/get
              tags: [things]
              security: []
              parameters:
                - {in: query, name: new_one, schema: {type: string}}
                - {in: query, name: second, schema: {type: string}}
                - {in: query, name: first, schema: {type: string}}
              responses: {"200": {description: ok}}
        """;

    [Fact]
    public void The_locked_order_is_kept_and_new_parameters_come_last() =>
        Assert.Equal("first second new_one", Order("first second gone"));

    [Fact]
    public void Without_a_lock_the_order_is_that_of_the_description() =>
        Assert.Equal("new_one second first", Order(null));

    [Fact]
    public void One_name_at_two_places_is_no_problem_when_it_is_locked() =>
        Assert.Equal("first second new_one", Order("first first second"));

    private static string Order(string? locked)
    {
        const string id = "things/get";
        var description = DescriptionReader.Read(Encoding.UTF8.GetBytes(Text), "order.yaml");
        var file = locked is null
            ? null
            : new JObject { [NameRegistry.ParameterOrder] = new JObject { [id] = locked } };
        var names = new NameRegistry(file);

        var normalised = Normaliser.Run(description, new Decisions(), names);

        Assert.Empty(names.Changes().Where(change => change.Section == NameRegistry.ParameterOrder));
        var written = normalised.Root.SelectTokens("paths..parameters[*].name").Select(name => (string)name!);
        Assert.Equal(string.Join(' ', written), string.Join(' ', names.GivenOrderOf(id)));
        return string.Join(' ', names.GivenOrderOf(id));
    }
}
