using System.Linq.Expressions;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Says that a field is to be emptied, which is not the same as leaving it alone.</summary>
public static class ClearExtensions
{
    /// <summary>
    /// Sends null for a member, so that Pinterest clears the field. A member that is merely not set is not sent and
    /// stays as it is: <c>new PinUpdate { Title = "Spring" }.Clear(pin =&gt; pin.Link)</c> changes the title,
    /// removes the link and leaves the rest.
    /// </summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="model">The model to change.</param>
    /// <param name="member">The member to clear, as <c>pin =&gt; pin.Link</c>.</param>
    /// <returns>The same model, so that calls can be chained.</returns>
    /// <exception cref="ArgumentException">The expression does not name a member of the model that is sent.</exception>
    public static T Clear<T>(this T model, Expression<Func<T, object?>> member)
        where T : PinterestModel
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(member);
        var body = member.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed
            ? boxed.Operand
            : member.Body;
        if (
            body is not MemberExpression { Member: PropertyInfo property, Expression: ParameterExpression }
            || property.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName is not { } name
        )
        {
            throw new ArgumentException(
                $"'{member}' does not name a member of {typeof(T).Name}. Write it as x => x.Member.",
                nameof(member)
            );
        }

        // Reading a null is what clears a member, so a cleared and a received null cannot differ.
        model.AdditionalProperties.Remove(name);
        using var reader = new JTokenReader(JValue.CreateNull());
        reader.Read();
        model.ReadMember(name, reader);
        return model;
    }
}
