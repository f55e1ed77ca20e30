using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules over what schemas consist of: properties and forms.</summary>
internal static class StructureRules
{
    private const string Area = "schema";

    public static readonly DiffRule PropertyAdded = new(
        "property-added",
        Area,
        "The optional property {0} was added.",
        Compatible,
        Compatible,
        "Nobody must send it, and readers pass over what they do not know.",
        "Nothing.",
        "a property comes"
    );
    public static readonly DiffRule RequiredPropertyAdded = new(
        "required-property-added",
        Area,
        "The required property {0} was added.",
        Breaking,
        Compatible,
        "Who does not send it is refused.",
        "Send it.",
        "a property comes and is required"
    );
    public static readonly DiffRule PropertyRemoved = new(
        "property-removed",
        Area,
        "The property {0} was removed.",
        PotentiallyBreaking,
        Breaking,
        "Readers miss it; what is sent in it is passed over or refused.",
        "Do without it.",
        "a property goes"
    );
    public static readonly DiffRule PropertyRefused = new(
        "property-refused",
        Area,
        "The property {0} was removed, and no others are allowed.",
        Breaking,
        null,
        "What is sent in it is refused.",
        "Do not send it.",
        "a property goes from a schema with additionalProperties: false"
    );
    public static readonly DiffRule BecameRequired = new(
        "property-became-required",
        Area,
        "{0} is required now.",
        Breaking,
        Compatible,
        "Who does not send it is refused.",
        "Send it always.",
        "required gets its name"
    );
    public static readonly DiffRule BecameOptional = new(
        "property-became-optional",
        Area,
        "{0} is no longer required.",
        Compatible,
        Breaking,
        "A reader that relies on it fails when it is missing.",
        "Let the reader do without it.",
        "required loses its name"
    );
    public static readonly DiffRule BecameReadOnly = new(
        "property-became-read-only",
        Area,
        "{0} can no longer be sent.",
        PotentiallyBreaking,
        null,
        "What is sent in it is passed over or refused.",
        "Do not send it.",
        "readOnly: true comes"
    );
    public static readonly DiffRule BecameWritable = new(
        "property-became-writable",
        Area,
        "{0} can be sent now.",
        Compatible,
        null,
        "Nobody must.",
        "Nothing.",
        "readOnly: true goes"
    );
    public static readonly DiffRule BecameWriteOnly = new(
        "property-became-write-only",
        Area,
        "{0} is no longer returned.",
        null,
        Breaking,
        "Readers miss it.",
        "Do without it.",
        "writeOnly: true comes"
    );
    public static readonly DiffRule BecameReadable = new(
        "property-became-readable",
        Area,
        "{0} is returned now.",
        null,
        Compatible,
        "Readers pass over what they do not know.",
        "Nothing.",
        "writeOnly: true goes"
    );
    public static readonly DiffRule FormAdded = new(
        "form-added",
        Area,
        "{0} may have a new form: {2}.",
        Compatible,
        PotentiallyBreaking,
        "A reader that knows the old forms only meets the new one; a client with open unions does not mind.",
        "Treat an unknown form as one.",
        "oneOf gets a member"
    );
    public static readonly DiffRule FormRemoved = new(
        "form-removed",
        Area,
        "{0} may no longer have the form {1}.",
        Breaking,
        Compatible,
        "Who sends that form is refused.",
        "Send another form.",
        "oneOf loses a member"
    );
    public static readonly DiffRule BecameUnion = new(
        "became-union",
        Area,
        "{0} may have several forms now: {2}.",
        PotentiallyBreaking,
        PotentiallyBreaking,
        "The old form is still one of them, or must be found among them.",
        "Send and read one of the forms.",
        "a schema becomes oneOf"
    );
    public static readonly DiffRule BecameSingle = new(
        "became-single",
        Area,
        "{0} has one form now, no longer {1}.",
        PotentiallyBreaking,
        Compatible,
        "Who sends another form is refused.",
        "Send the form that is left.",
        "oneOf becomes one schema"
    );
    public static readonly DiffRule BecameAnother = new(
        "became-another",
        Area,
        "{0} has one form now, {2}, which was not among {1}.",
        PotentiallyBreaking,
        PotentiallyBreaking,
        "It cannot be told which of the old values fit the new form.",
        "Send and read the new form.",
        "oneOf becomes another schema"
    );
    public static readonly DiffRule FormsReplaced = new(
        "forms-replaced",
        Area,
        "{0} is {2} now, no longer {1}.",
        Breaking,
        Breaking,
        "JSON of one type is not JSON of another.",
        "Change what is sent and read.",
        "a string becomes oneOf an object and an array"
    );
    public static readonly DiffRule MappingRemoved = new(
        "discriminator-value-removed",
        Area,
        "{0} is no longer told by the discriminator value {1}.",
        Breaking,
        Compatible,
        "Who sends that value is refused.",
        "Send another value.",
        "discriminator.mapping loses a second name of a form"
    );
    public static readonly DiffRule MappingAdded = new(
        "discriminator-value-added",
        Area,
        "{0} may be told by the discriminator value {2}, too.",
        Compatible,
        PotentiallyBreaking,
        "A reader that knows the old values only meets the new one.",
        "Read the new value.",
        "discriminator.mapping gets a second name of a form"
    );
    public static readonly DiffRule MappingChanged = new(
        "discriminator-value-changed",
        Area,
        "The discriminator value of a form of {0} changed from {1} to {2}.",
        Breaking,
        Breaking,
        "The old value is not known any more, the new one not yet.",
        "Send and read the new value.",
        "discriminator.mapping changes"
    );

    public static readonly IReadOnlyList<DiffRule> All =
    [
        PropertyAdded,
        RequiredPropertyAdded,
        PropertyRemoved,
        PropertyRefused,
        BecameRequired,
        BecameOptional,
        BecameReadOnly,
        BecameWritable,
        BecameWriteOnly,
        BecameReadable,
        FormAdded,
        FormRemoved,
        BecameUnion,
        BecameSingle,
        BecameAnother,
        FormsReplaced,
        MappingChanged,
        MappingRemoved,
        MappingAdded,
    ];
}
