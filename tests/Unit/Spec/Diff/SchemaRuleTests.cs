using System.Text;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Unit.Spec.Diff;

/// <summary>
/// What the table of schema rules says of each keyword, there and back. A finding is written as its rule, what it is in a reply and
/// in a body (! breaking, ? potentially breaking, - compatible, . not found), and the values: "maxLength-decreased -! 10 > 5".
/// </summary>
public sealed class SchemaRuleTests
{
    private const string Twelve = "A, B, C, D, E, F, G, H, I, J, K, L";
    private static readonly string Eighty = new('x', 78);

    /// <summary>A schema, another, what is found from the first to the second, what is found on the way back.</summary>
    public static TheoryData<string, string, string, string> Pairs =>
        new()
        {
            // types
            {
                "type: string",
                "type: boolean",
                "type-changed !! string > boolean",
                "type-changed !! boolean > string"
            },
            {
                "type: number",
                "type: integer",
                "type-narrowed -! number > integer",
                "type-widened !- integer > number"
            },
            { "{}", "type: string", "type-narrowed -! any > string", "type-widened !- string > any" },
            {
                "type: [string, integer]",
                "type: [integer, boolean]",
                "type-changed !! integer, string > boolean, integer",
                "type-changed !! boolean, integer > integer, string"
            },
            {
                "type: [string, number]",
                "type: [string, integer]",
                "type-narrowed -! number, string > integer, string",
                "type-widened !- integer, string > number, string"
            },
            { "type: [string, integer]", "type: [integer, string]", "", "" },
            // formats
            {
                "type: string",
                "{type: string, format: uuid}",
                "format-narrowed -! none > uuid",
                "format-widened !- uuid > none"
            },
            {
                "{type: string, format: date}",
                "{type: string, format: date-time}",
                "format-changed !! date > date-time",
                "format-changed !! date-time > date"
            },
            {
                "{type: string, format: int32}",
                "{type: string, format: int64}",
                "format-widened !- int32 > int64",
                "format-narrowed -! int64 > int32"
            },
            {
                "{type: integer, format: int32}",
                "{type: integer}",
                "format-widened !- int32 > none",
                "format-narrowed -! none > int32"
            },
            {
                "{type: number, format: float}",
                "{type: number, format: double}",
                "format-widened !- float > none",
                "format-narrowed -! none > float"
            },
            {
                "{type: string, format: uuid}",
                "type: integer",
                "type-changed !! string > integer",
                "type-changed !! integer > string"
            },
            // enums
            {
                "{type: string, enum: [A]}",
                "{type: string, enum: [A, B]}",
                "enum-value-added ?-  > B",
                "enum-value-removed -! B > "
            },
            { "type: string", "{type: string, enum: [A]}", "enum-added -!  > A", "enum-dropped ?- A > " },
            { "enum: [A]", "{type: string, enum: [A, B]}", "enum-value-added ?-  > B", "enum-value-removed -! B > " },
            {
                "{type: integer, enum: [1]}",
                "{type: number, enum: [1, 2]}",
                "enum-value-added ?-  > 2; type-widened !- integer > number",
                "enum-value-removed -! 2 > ; type-narrowed -! number > integer"
            },
            {
                "{type: integer, enum: [1]}",
                "type: number",
                "enum-dropped ?- 1 > ; type-widened !- integer > number",
                "enum-added -!  > 1; type-narrowed -! number > integer"
            },
            {
                "{type: string, enum: [A]}",
                "{type: integer, enum: [1]}",
                "type-changed !! string > integer",
                "type-changed !! integer > string"
            },
            {
                "{type: string, enum: [A]}",
                "type: integer",
                "type-changed !! string > integer",
                "type-changed !! integer > string"
            },
            {
                "type: string",
                $"{{type: string, enum: [{Twelve}]}}",
                $"enum-added -!  > {Twelve}",
                $"enum-dropped ?- {Twelve} > "
            },
            {
                "type: string",
                $"{{type: string, enum: [{Twelve}, M]}}",
                $"enum-added -!  > {Twelve} and 1 more",
                $"enum-dropped ?- {Twelve} and 1 more > "
            },
            // limits
            {
                "{type: string, maxLength: 10}",
                "{type: string, maxLength: 5}",
                "maxLength-decreased -! 10 > 5",
                "maxLength-increased !- 5 > 10"
            },
            {
                "type: string",
                "{type: string, maxLength: 5}",
                "maxLength-decreased -! none > 5",
                "maxLength-increased !- 5 > none"
            },
            {
                "{type: string, minLength: 1}",
                "{type: string, minLength: 2}",
                "minLength-increased -! 1 > 2",
                "minLength-decreased !- 2 > 1"
            },
            { "{type: string, minLength: 0}", "type: string", "", "" },
            {
                "{type: string, maxLength: 0}",
                "type: string",
                "maxLength-increased !- 0 > none",
                "maxLength-decreased -! none > 0"
            },
            {
                "{type: number, maximum: 10}",
                "{type: number, maximum: 5}",
                "maximum-decreased -! 10 > 5",
                "maximum-increased !- 5 > 10"
            },
            {
                "{type: number, minimum: 1}",
                "{type: number, minimum: 2}",
                "minimum-increased -! 1 > 2",
                "minimum-decreased !- 2 > 1"
            },
            {
                "{type: number, minimum: 0}",
                "type: number",
                "minimum-decreased !- 0 > none",
                "minimum-increased -! none > 0"
            },
            {
                "{type: number, maximum: 5}",
                "{type: number, exclusiveMaximum: 5}",
                "maximum-decreased -! 5 > 5 (exclusive)",
                "maximum-increased !- 5 (exclusive) > 5"
            },
            { "{type: integer, maximum: 4}", "{type: integer, exclusiveMaximum: 5}", "", "" },
            { "{type: integer, minimum: 6}", "{type: integer, exclusiveMinimum: 5}", "", "" },
            {
                "{type: integer, exclusiveMinimum: 5}",
                "{type: integer, exclusiveMinimum: 4.5}",
                "minimum-decreased !- 6 > 4.5 (exclusive)",
                "minimum-increased -! 4.5 (exclusive) > 6"
            },
            {
                "{type: array, items: {}, maxItems: 10}",
                "{type: array, items: {}, maxItems: 5}",
                "maxItems-decreased -! 10 > 5",
                "maxItems-increased !- 5 > 10"
            },
            {
                "{type: array, items: {}, minItems: 1}",
                "{type: array, items: {}, minItems: 2}",
                "minItems-increased -! 1 > 2",
                "minItems-decreased !- 2 > 1"
            },
            {
                "{type: object, maxProperties: 10}",
                "{type: object, maxProperties: 5}",
                "maxProperties-decreased -! 10 > 5",
                "maxProperties-increased !- 5 > 10"
            },
            {
                "{type: object, minProperties: 1}",
                "{type: object, minProperties: 2}",
                "minProperties-increased -! 1 > 2",
                "minProperties-decreased !- 2 > 1"
            },
            { "{type: object, minProperties: 0}", "type: object", "", "" },
            { "{type: integer, maxLength: 5}", "type: integer", "", "" },
            {
                "{type: string, maxLength: 5}",
                "type: integer",
                "type-changed !! string > integer",
                "type-changed !! integer > string"
            },
            {
                "{type: [string, integer], maxLength: 5}",
                "type: integer",
                "type-narrowed -! integer, string > integer",
                "type-widened !- integer > integer, string"
            },
            // more of numbers and arrays
            {
                "{type: number, multipleOf: 2}",
                "{type: number, multipleOf: 3}",
                "multipleOf-changed ?? 2 > 3",
                "multipleOf-changed ?? 3 > 2"
            },
            {
                "{type: number, multipleOf: 2}",
                "type: number",
                "multipleOf-changed ?? 2 > none",
                "multipleOf-changed ?? none > 2"
            },
            { "{type: string, multipleOf: 2}", "type: string", "", "" },
            {
                "{type: number, multipleOf: 2}",
                "{type: string, multipleOf: 3}",
                "type-changed !! number > string",
                "type-changed !! string > number"
            },
            {
                "{type: array, items: {}}",
                "{type: array, items: {}, uniqueItems: true}",
                "uniqueItems-set -!  > ",
                "uniqueItems-dropped ?-  > "
            },
            { "{type: array, items: {}, uniqueItems: false}", "{type: array, items: {}}", "", "" },
            { "{type: string, uniqueItems: true}", "type: string", "", "" },
            {
                "{type: array, items: {}, uniqueItems: true}",
                "type: string",
                "type-changed !! array > string",
                "type-changed !! string > array"
            },
            { "type: array", "{type: array, items: {type: string}}", "items-typed -?  > ", "items-untyped ?-  > " },
            { "{type: string, items: {type: string}}", "type: string", "", "" },
            { "{}", "{items: {type: string}}", "", "" },
            {
                "{type: array, items: {type: string}}",
                "type: string",
                "type-changed !! array > string",
                "type-changed !! string > array"
            },
            // what an object may hold beside what it names
            {
                "type: object",
                "{type: object, additionalProperties: false}",
                "additional-properties-forbidden -!  > ",
                "additional-properties-allowed --  > "
            },
            { "type: object", "{type: object, additionalProperties: true}", "", "" },
            { "type: object", "{type: object, additionalProperties: {}}", "", "" },
            {
                "type: object",
                "{type: object, additionalProperties: {type: string}}",
                "additional-properties-typed -?  > ",
                "additional-properties-untyped ?-  > "
            },
            {
                "{type: object, additionalProperties: false}",
                "{type: object, additionalProperties: {type: string}}",
                "additional-properties-allowed --  > ",
                "additional-properties-forbidden -!  > "
            },
            { "{type: string, additionalProperties: false}", "type: string", "", "" },
            // null, defaults, deprecation
            {
                "type: string",
                "type: [string, 'null']",
                "became-nullable !-  > nullable",
                "became-not-nullable -! nullable > "
            },
            {
                "oneOf: [{type: boolean}, {type: [string, 'null']}]",
                "oneOf: [{type: boolean}, {type: string}]",
                "became-not-nullable -! nullable > ",
                "became-nullable !-  > nullable"
            },
            {
                "oneOf: [{type: boolean}, {oneOf: [{type: integer}, {type: [string, 'null']}]}]",
                "oneOf: [{type: boolean}, {oneOf: [{type: integer}, {type: string}]}]",
                "became-not-nullable -! nullable > ",
                "became-nullable !-  > nullable"
            },
            {
                "{type: integer, default: 25}",
                "{type: integer, default: 50}",
                "default-changed .? 25 > 50",
                "default-changed .? 50 > 25"
            },
            {
                "type: integer",
                "{type: integer, default: 50}",
                "default-changed .? none > 50",
                "default-changed .? 50 > none"
            },
            {
                "type: string",
                "{type: string, deprecated: true}",
                "schema-deprecated --  > ",
                "schema-undeprecated --  > "
            },
            { "{type: string, deprecated: false}", "type: string", "", "" },
            // what is compared as text
            {
                "{type: string, not: {enum: [A]}}",
                "{type: string, not: {enum: [B]}}",
                "not-changed ?? {\"enum\":[\"A\"]} > {\"enum\":[\"B\"]}",
                "not-changed ?? {\"enum\":[\"B\"]} > {\"enum\":[\"A\"]}"
            },
            {
                "type: object",
                "{type: object, propertyNames: {maxLength: 3}}",
                "keyword-not-judged ?? none > {\"maxLength\":3}",
                "keyword-not-judged ?? {\"maxLength\":3} > none"
            },
            {
                "type: array",
                $"{{type: array, contains: [{Eighty}]}}",
                $"keyword-not-judged ?? none > [\"{new string('x', 75)}...",
                $"keyword-not-judged ?? [\"{new string('x', 75)}... > none"
            },
            {
                "type: array",
                "{type: array, contains: [" + new string('x', 76) + "]}",
                $"keyword-not-judged ?? none > [\"{new string('x', 76)}\"]",
                $"keyword-not-judged ?? [\"{new string('x', 76)}\"] > none"
            },
        };

    /// <summary>The same for what a schema consists of.</summary>
    public static TheoryData<string, string, string, string> Objects =>
        new()
        {
            {
                "{type: object, properties: {a: {type: string}}}",
                "{type: object, properties: {a: {type: string}, b: {type: string}}}",
                "property-added --  > b",
                "property-removed !? b > "
            },
            {
                "{type: object, properties: {a: {type: string}}}",
                "{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}",
                "required-property-added -!  > b",
                "property-removed !? b > "
            },
            {
                "{type: object, additionalProperties: false, properties: {a: {type: string}}}",
                "{type: object, additionalProperties: false, properties: {a: {type: string}, b: {type: string}}}",
                "property-added --  > b",
                "property-refused .! b > ; property-removed !. b > "
            },
            {
                "{type: object, properties: {a: {type: string}}}",
                "{type: object, required: [a], properties: {a: {type: string}}}",
                "property-became-required -!  > required",
                "property-became-optional !- required > "
            },
            {
                "{type: object, properties: {a: {type: string}}}",
                "{type: object, properties: {a: {type: string, readOnly: true}}}",
                "property-became-read-only .?  > ",
                "property-became-writable .-  > "
            },
            {
                "{type: object, properties: {a: {type: string}}}",
                "{type: object, properties: {a: {type: string, writeOnly: true}}}",
                "property-became-write-only !.  > ",
                "property-became-readable -.  > "
            },
            {
                "type: string",
                "oneOf: [{type: string}, {type: integer}]",
                "type-widened !- string > string, integer",
                "became-single -. string, integer > string; form-removed .! integer > string"
            },
            {
                "{title: A, type: object, properties: {a: {type: string}}}",
                "oneOf: [{title: A, type: object, properties: {a: {type: string}}}, {title: B, type: object, properties: {b: {type: string}}}]",
                "became-union ?. object > object, object; form-added .- object > object",
                "became-single -. object, object > object; form-removed .! object > object"
            },
            {
                "type: object",
                "oneOf: [{type: object}, {type: string}]",
                "type-widened !- object > object, string",
                "became-single -. object, string > object; form-removed .! string > object"
            },
            {
                "oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}]",
                "oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}, {type: object, properties: {c: {type: string}}}]",
                "form-added ?- object > object",
                "form-removed -! object > "
            },
            {
                "oneOf: [{type: string}, {type: integer}]",
                "oneOf: [{type: string}, {type: integer}, {type: boolean}]",
                "type-widened !- string or integer > boolean",
                "form-removed -! boolean > "
            },
            {
                "oneOf: [{type: string}, {type: integer}]",
                "type: object",
                "forms-replaced !! string, integer > object",
                "forms-replaced !! object > string, integer"
            },
            {
                "discriminator: {propertyName: k}, oneOf: [{title: A, type: object, properties: {k: {type: string}}}, {title: B, type: object, properties: {l: {type: string}}}]",
                "discriminator: {propertyName: l}, oneOf: [{title: A, type: object, properties: {k: {type: string}}}, {title: B, type: object, properties: {l: {type: string}}}]",
                "discriminator-property-changed !! k > l",
                "discriminator-property-changed !! l > k"
            },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    [MemberData(nameof(Objects))]
    public void A_schema_change_is_told_there_and_back(string one, string other, string there, string back) =>
        Assert.Equal($"{there}\n{back}", $"{Compare(one, other)}\n{Compare(other, one)}");

    private static string Compare(string before, string after)
    {
        var (reply, body) = (
            DescriptionDiff.Compare(Reply(before), Reply(after)).Findings,
            DescriptionDiff.Compare(Body(before), Body(after)).Findings
        );
        var rules = reply
            .Concat(body)
            .Select(finding => finding.Rule)
            .Distinct()
            .OrderBy(rule => rule.Id, StringComparer.Ordinal);
        return string.Join(
            "; ",
            rules.Select(rule =>
            {
                var (inReply, inBody) = (
                    reply.SingleOrDefault(finding => finding.Rule == rule),
                    body.SingleOrDefault(finding => finding.Rule == rule)
                );
                var shown = (inReply ?? inBody)!;
                return $"{rule.Id} {Sign(inReply)}{Sign(inBody)} {shown.BaseText} > {shown.RevisionText}";
            })
        );

        static char Sign(Finding? finding) =>
            finding?.Severity switch
            {
                null => '.',
                Severity.Breaking => '!',
                Severity.PotentiallyBreaking => '?',
                Severity.Compatible => '-',
                _ => '#',
            };
    }

    private static Description Reply(string schema) =>
        Parse(
            $"{{get: {{operationId: x, responses: {{'200': {{description: x, content: {{application/json: {{schema: {Braced(schema)}}}}}}}}}}}}}"
        );

    private static Description Body(string schema) =>
        Parse(
            $"{{post: {{operationId: x, requestBody: {{content: {{application/json: {{schema: {Braced(schema)}}}}}}}, responses: {{}}}}}}"
        );

    private static string Braced(string schema) => schema.StartsWith('{') ? schema : $"{{{schema}}}";

    private static Description Parse(string path) =>
        DescriptionReader.ReadForComparison(
            Encoding.UTF8.GetBytes($"openapi: 3.1.0\ninfo: {{title: t, version: 1.0.0}}\npaths: {{/a: {path}}}"),
            "small.yaml"
        );
}
