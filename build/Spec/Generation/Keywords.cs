namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>The extensions by which decisions, passes and templates speak to each other.</summary>
internal static class Keywords
{
    /// <summary>A decision: the C# name of a schema, property, parameter or enum.</summary>
    public const string Name = "x-csharp-name";

    /// <summary>A decision: the C# name of the group of a tag or an operation.</summary>
    public const string Group = "x-csharp-group";

    /// <summary>A decision: the C# name of an operation's method, without Async.</summary>
    public const string Method = "x-csharp-method";

    /// <summary>A decision: our own sentence about an operation, model or member.</summary>
    public const string Summary = "x-csharp-summary";

    /// <summary>A decision: the C# names of values of an enum, by value.</summary>
    public const string Values = "x-csharp-values";

    /// <summary>The discriminator of a union: its property and which value stands for which model.</summary>
    public const string Union = "x-csharp-discriminated";

    /// <summary>The base class of a member of a discriminated union.</summary>
    public const string Base = "x-csharp-base";

    /// <summary>The discriminator value of a member of a discriminated union.</summary>
    public const string DiscriminatorValue = "x-csharp-discriminator-value";

    /// <summary>The C# name of the property that holds the discriminator value.</summary>
    public const string DiscriminatorMember = "x-csharp-discriminator-member";

    /// <summary>Marks a union that is read by shape; its properties are its forms.</summary>
    public const string ShapeUnion = "x-csharp-shape-union";

    /// <summary>How a form of such a union is recognised.</summary>
    public const string Form = "x-csharp-form";

    /// <summary>A decision: whether the optional parameters of an operation stand in a record of options.</summary>
    public const string UsesOptions = "x-csharp-uses-options";

    /// <summary>The record of the optional parameters of an operation.</summary>
    public const string Options = "x-csharp-options";

    /// <summary>The lines of the XML documentation of that record.</summary>
    public const string OptionsDocumentation = "x-csharp-options-documentation";

    /// <summary>The C# name of the property of a parameter in that record.</summary>
    public const string OptionName = "x-csharp-option-name";

    /// <summary>Marks a member that a program must set.</summary>
    public const string Required = "x-csharp-required";

    /// <summary>Marks a model that has such members, or inherits them.</summary>
    public const string Requires = "x-csharp-requires";

    /// <summary>Marks a model that inherits such members.</summary>
    public const string BaseRequires = "x-csharp-base-requires";

    /// <summary>Marks an integer that counts the seconds since 1970.</summary>
    public const string Seconds = "x-csharp-seconds";

    /// <summary>The C# name of the member that gives the seconds of another as a time.</summary>
    public const string TimeName = "x-csharp-time-name";

    /// <summary>Marks an integer that fits into 32 bits by its limits.</summary>
    public const string Narrow = "x-csharp-narrow";

    /// <summary>The item of a page.</summary>
    public const string PageItem = "x-csharp-page-item";

    /// <summary>The method that enumerates all pages of an operation, without Async.</summary>
    public const string Pager = "x-csharp-pager";

    /// <summary>The lines of the XML documentation of that method.</summary>
    public const string PagerDocumentation = "x-csharp-pager-documentation";

    /// <summary>The member of the generated class Operations that describes an operation.</summary>
    public const string Operation = "x-csharp-operation";

    /// <summary>The operationId as the description has it.</summary>
    public const string OperationId = "x-csharp-operation-id";

    /// <summary>The lines of the XML documentation.</summary>
    public const string Documentation = "x-csharp-documentation";

    /// <summary>The only value that a string can have.</summary>
    public const string Constant = "x-csharp-constant";

    /// <summary>The C# names of the values of an enum, in the order of the values.</summary>
    public const string ValueNames = "x-csharp-value-names";

    /// <summary>The values of an enum as a template prints them: name, literal, documentation.</summary>
    public const string Entries = "x-csharp-entries";

    /// <summary>The name of a property on the wire, as a C# literal.</summary>
    public const string Literal = "x-csharp-literal";

    /// <summary>The operationId, as a C# literal.</summary>
    public const string OperationLiteral = "x-csharp-operation-literal";

    /// <summary>The C# names of the parameters, each with the name on the wire as a C# literal.</summary>
    public const string ParameterLiterals = "x-csharp-parameter-literals";

    /// <summary>The discriminator value of a member of a union, as a C# literal.</summary>
    public const string DiscriminatorLiteral = "x-csharp-discriminator-literal";

    /// <summary>The lines of the XML documentation of the constructor of such a member.</summary>
    public const string ConstructorDocumentation = "x-csharp-constructor-documentation";

    /// <summary>The C# name of a parameter. The word is NSwag's.</summary>
    public const string ParameterName = "x-originalName";

    /// <summary>On a parameter whose name is a C# keyword: true, and an @ is written before it.</summary>
    public const string Escape = "x-csharp-escape";
}
