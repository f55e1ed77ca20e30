using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Benchmarks.Diffs;

/// <summary>Pairs that are made to measure: a description several times over, and two small ones.</summary>
internal static class SyntheticPairs
{
    private const int SmallLines = 100;

    /// <summary>Writes the operations and schemas of a description several times, under other names.</summary>
    /// <param name="file">The description, in JSON.</param>
    /// <param name="copies">How many times.</param>
    /// <returns>The file beside it.</returns>
    public static string Multiply(string file, int copies)
    {
        var target = $"{file}.{copies}.json";
        var text = File.ReadAllText(file);
        var whole = JObject.Parse(text);
        for (var i = 1; i < copies; i++)
        {
            var copy = JObject.Parse(
                text.Replace("\"#/components/schemas/", $"\"#/components/schemas/C{i}_", StringComparison.Ordinal)
            );
            foreach (var schema in ((JObject)copy["components"]!["schemas"]!).Properties())
            {
                whole["components"]!["schemas"]![$"C{i}_{schema.Name}"] = schema.Value;
            }

            foreach (var path in ((JObject)copy["paths"]!).Properties())
            {
                whole["paths"]![$"/copy{i}{path.Name}"] = path.Value;
            }
        }

        File.WriteAllText(target, whole.ToString(Formatting.None));
        return target;
    }

    /// <summary>Writes two descriptions of 100 lines in YAML. One property is removed and one value is added.</summary>
    /// <param name="folder">The folder for them.</param>
    public static (string Base, string Revision) Small(string folder)
    {
        var text = SmallText();
        var baseFile = Path.Combine(folder, "small-base.yaml");
        var revisionFile = Path.Combine(folder, "small-revision.yaml");
        File.WriteAllText(baseFile, text);
        File.WriteAllText(
            revisionFile,
            text.Replace("enum: [new, used]", "enum: [new, used, broken]", StringComparison.Ordinal)
                .Replace("        note3: { type: string }\n", "", StringComparison.Ordinal)
        );
        return (baseFile, revisionFile);
    }

    private static string SmallText()
    {
        var text = new StringBuilder("openapi: 3.0.3\ninfo: { title: Things, version: 1.0.0 }\npaths:\n");
        for (var i = 0; i < 5; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  /things{i}:\n    get:\n      operationId: getThings{i}\n      responses:\n"
            );
            text.Append("        '200':\n          description: The things\n          content:\n");
            text.Append("            application/json:\n              schema:\n                type: array\n");
            text.Append("                items:\n                  $ref: '#/components/schemas/Thing'\n");
        }

        text.Append("components:\n  schemas:\n    Thing:\n      type: object\n      properties:\n");
        text.Append("        state: { type: string, enum: [new, used] }\n");
        for (var i = 0; text.ToString().Count(letter => letter == '\n') < SmallLines; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"        note{i}: {{ type: string }}\n");
        }

        return text.ToString();
    }
}
