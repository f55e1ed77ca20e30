namespace System.Runtime.CompilerServices;

/// <summary>The attribute of .NET 9, for .NET 8. The compiler knows it by its name.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property, Inherited = false)]
internal sealed class OverloadResolutionPriorityAttribute(int priority) : Attribute
{
    /// <summary>Gets the priority. An overload with a higher one is preferred.</summary>
    public int Priority { get; } = priority;
}
