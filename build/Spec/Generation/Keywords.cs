namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>The extensions by which passes, decisions and templates speak to each other.</summary>
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

    /// <summary>The discriminator of a union: its property and which value stands for which model.</summary>
    public const string Union = "x-csharp-discriminated";

    /// <summary>The base class of a member of a discriminated union, and the value that stands for it.</summary>
    public const string Base = "x-csharp-base";

    /// <summary>The discriminator value of a member of a discriminated union.</summary>
    public const string DiscriminatorValue = "x-csharp-discriminator-value";

    /// <summary>Marks a union that is read by shape; its properties are its forms.</summary>
    public const string ShapeUnion = "x-csharp-shape-union";

    /// <summary>How a form of such a union is recognised.</summary>
    public const string Form = "x-csharp-form";

    /// <summary>The item of a page.</summary>
    public const string PageItem = "x-csharp-page-item";

    /// <summary>The member of the generated class Operations that describes an operation.</summary>
    public const string Operation = "x-csharp-operation";

    /// <summary>The operationId as the contract has it.</summary>
    public const string OperationId = "x-csharp-operation-id";

    /// <summary>The lines of the XML documentation.</summary>
    public const string Documentation = "x-csharp-documentation";

    /// <summary>The status codes that mean success.</summary>
    public const string Success = "x-csharp-success";

    /// <summary>The status codes that mean failure.</summary>
    public const string Errors = "x-csharp-errors";

    /// <summary>How a request body travels: json or form.</summary>
    public const string Body = "x-csharp-body";

    /// <summary>The only value that a string can have.</summary>
    public const string Constant = "x-csharp-constant";
}
