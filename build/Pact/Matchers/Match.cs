namespace PactNet.Matchers;

/// <summary>Rules for values in a contract, each with the example that the mock server answers with.</summary>
public static class Match
{
    /// <summary>A text that matches a regular expression.</summary>
    public static IMatcher Regex(string example, string regex) => new Matcher("regex", example) { Regex = regex };

    /// <summary>A value of the example's type; within an object, each property of the type it has there.</summary>
    public static IMatcher Type(object example) => new Matcher("type", example);

    /// <summary>A list of at least some elements like the example.</summary>
    public static IMatcher MinType(object example, int min) => Each(example, min, null);

    /// <summary>A list of at most some elements like the example.</summary>
    public static IMatcher MaxType(object example, int max) => Each(example, null, max);

    /// <summary>A list of elements like the example, within bounds.</summary>
    public static IMatcher MinMaxType(object example, int min, int max) => Each(example, min, max);

    /// <summary>A whole number.</summary>
    public static IMatcher Integer(int example) => new Matcher("integer", example);

    /// <summary>A number with a decimal point.</summary>
    public static IMatcher Decimal(double example) => new Matcher("decimal", example);

    /// <summary>A number with a decimal point.</summary>
    public static IMatcher Decimal(float example) => new Matcher("decimal", example);

    /// <summary>A number with a decimal point.</summary>
    public static IMatcher Decimal(decimal example) => new Matcher("decimal", example);

    /// <summary>Any number.</summary>
    public static IMatcher Number(int example) => new Matcher("number", example);

    /// <summary>Any number.</summary>
    public static IMatcher Number(double example) => new Matcher("number", example);

    /// <summary>Any number.</summary>
    public static IMatcher Number(float example) => new Matcher("number", example);

    /// <summary>Any number.</summary>
    public static IMatcher Number(decimal example) => new Matcher("number", example);

    /// <summary>Exactly the example, also within a rule that is looser.</summary>
    public static IMatcher Equality(object? example) => new Matcher("equality", example);

    /// <summary>An explicit null.</summary>
    public static IMatcher Null() => new Matcher("null", null);

    /// <summary>A text that holds the example.</summary>
    public static IMatcher Include(string example) => new Matcher("include", example);

    // The core wants the list, not one element of it.
    private static Matcher Each(object example, int? min, int? max) =>
        new("type", new[] { example }) { Min = min, Max = max };
}
