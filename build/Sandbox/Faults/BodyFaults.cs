using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Sandbox.Faults;

/// <summary>Changes the body of a good reply into one that a tolerant client must be able to read.</summary>
internal static class BodyFaults
{
    /// <summary>A value that no enum of the description has.</summary>
    public const string UnknownValue = "SANDBOX_UNKNOWN_VALUE";

    private const int DeepestReply = 32;

    /// <summary>Changes a reply. A reply without a JSON body, or without a declared schema, stays as it is.</summary>
    /// <param name="kind">A fault of the body.</param>
    /// <param name="reply">The good reply.</param>
    /// <param name="schema">The schema that the description declares for it; null when it declares none.</param>
    public static SandboxReply Change(FaultKind kind, SandboxReply reply, EffectiveSchema? schema)
    {
        if (kind is FaultKind.WrongJson)
        {
            return reply with { Body = Encoding.UTF8.GetBytes("{\"items\": [{\"id\": ") };
        }

        return schema is not null && reply.Read() is { } body
            ? reply with
            {
                Body = SandboxReply.Utf8(Apply(kind, schema, body)),
            }
            : reply;
    }

    private static JToken Apply(FaultKind kind, EffectiveSchema schema, JToken reply)
    {
        var changed = reply.DeepClone();
        Change(kind, schema, changed, 0);
        return changed;
    }

    private static void Change(FaultKind kind, EffectiveSchema schema, JToken value, int depth)
    {
        if (depth > DeepestReply)
        {
            return;
        }

        if (schema.Union is { } union)
        {
            foreach (
                var choice in union
                    .Choices.Where(choice => Fits(union, choice, value))
                    .Take(1)
                    .Where(choice => choice.Schema.Union?.Place != union.Place)
            )
            {
                Change(kind, choice.Schema, value, depth + 1);
            }
        }

        switch (value)
        {
            case JArray list when schema.Items is { } items:
                foreach (var item in list)
                {
                    Change(kind, items, item, depth + 1);
                }

                break;
            case JObject node:
                ChangeObject(kind, schema, node, depth);
                break;
            case JValue { Value: string } text when kind is FaultKind.UnknownEnumValue && schema.Enum is not null:
                text.Value = UnknownValue;
                break;
        }
    }

    private static void ChangeObject(FaultKind kind, EffectiveSchema schema, JObject node, int depth)
    {
        foreach (var member in node.Properties().ToList())
        {
            // The list of a page stays, because the items in it are what the fault is about.
            var isPage = depth == 0 && member.Name == "items";
            if (kind is FaultKind.MissingMembers && !isPage && !schema.Required.ContainsKey(member.Name))
            {
                member.Remove();
            }
            else if (kind is FaultKind.NullMembers && !isPage)
            {
                member.Value = JValue.CreateNull();
            }
            else if ((schema.Properties.GetValueOrDefault(member.Name) ?? schema.AdditionalProperties) is { } property)
            {
                Change(kind, property, member.Value, depth + 1);
            }
        }

        if (kind is not FaultKind.ExtraMembers)
        {
            return;
        }

        node["sandbox_extra_text"] = "more";
        node["sandbox_extra_object"] = new JObject { ["deep"] = new JArray(1, 2.5, true, null!) };
    }

    private static bool Fits(SchemaUnion union, SchemaChoice choice, JToken value) =>
        union.DiscriminatorName is { } name && choice.Tag is not null && value is JObject node
            ? (string?)(node[name] as JValue) == choice.Tag
            : SchemaValidator.Validate(choice.Schema, value, ValueDirection.Response).Count == 0;
}
