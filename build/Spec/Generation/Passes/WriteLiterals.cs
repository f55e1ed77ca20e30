using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Generation.Documentation;
using Pinterest.OpenApi.Spec.Generation.Emit;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// Writes each value of the description that the templates print as a C# literal, so that a template prints only
/// names, types, literals and documentation that were made here.
/// </summary>
internal sealed class WriteLiterals : IPass
{
    private const string Indent = "    ";

    private int _count;

    public string Name => "literals written";

    public int Run(NormalisationContext context)
    {
        _count = 0;
        foreach (var (_, schema) in context.Components())
        {
            if (SchemaFacts.IsStringEnum(schema))
            {
                WriteEntries(schema);
            }
            else
            {
                WriteMembers(schema);
                WriteUnion(schema);
            }
        }

        foreach (var operation in context.Operations())
        {
            operation.Node[Keywords.OperationLiteral] = Literal((string)operation.Node[Keywords.OperationId]!);

            // A list, since NSwag takes an object that has a member "type" for a schema.
            operation.Node[Keywords.ParameterLiterals] = new JArray(
                operation.OwnParameters.Select(parameter => new JObject
                {
                    ["name"] = parameter[Keywords.ParameterName],
                    ["literal"] = Literal((string)parameter["name"]!),
                    ["option"] = parameter[Keywords.OptionName],
                    ["documentation"] = parameter[Keywords.Documentation],
                })
            );
        }

        return _count;
    }

    private void WriteEntries(JObject schema)
    {
        var names = (JArray)schema[Keywords.ValueNames]!;
        var values = ((JArray)schema["enum"]!).Select(value => (string)value!);
        schema[Keywords.Entries] = new JArray(
            names.Zip(
                values,
                (name, value) =>
                    new JObject
                    {
                        ["name"] = name,
                        ["literal"] = Literal(value),
                        ["documentation"] = XmlText.Comment(
                            [XmlText.Of($"<summary>Gets the value <c>{value}</c>.</summary>")],
                            Indent
                        ),
                    }
            )
        );
    }

    private void WriteMembers(JObject schema)
    {
        foreach (var property in (schema["properties"] as JObject ?? []).Properties())
        {
            property.Value[Keywords.Literal] = Literal(property.Name);
            if (property.Value[Keywords.Form] is JObject form)
            {
                form["kind"] = Literal((string)form["kind"]!);
                form["required"] = Literals(form["required"]!);
                form["known"] = Literals(form["known"]!);
            }
        }
    }

    private void WriteUnion(JObject schema)
    {
        if (schema[Keywords.Union] is JObject union)
        {
            union["property"] = Literal((string)union["property"]!);
            foreach (var member in union["members"]!)
            {
                member["value"] = Literal((string)member["value"]!);
            }
        }

        if ((string?)schema[Keywords.DiscriminatorValue] is { } value)
        {
            schema[Keywords.DiscriminatorLiteral] = Literal(value);
            schema[Keywords.ConstructorDocumentation] = XmlText.Comment(
                [XmlText.Of($"<summary>Creates the variant whose discriminator is <c>{value}</c>.</summary>")],
                Indent
            );
        }
    }

    private JArray Literals(JToken texts) => new(texts.Select(text => Literal((string)text!)));

    private string Literal(string text)
    {
        _count++;
        return CSharpCode.Literal(text).ToString();
    }
}
