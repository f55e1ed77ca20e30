using System.Linq.Expressions;

namespace Pinterest.OpenApi;

/// <summary>Clears fields. A field that is not set is not sent and stays unchanged.</summary>
public static class ClearExtensions
{
    /// <summary>
    /// Sends null for a member, so that Pinterest clears the field. A member that is not set is not sent and stays
    /// unchanged. Example: <c>new PinUpdate { Title = "Spring" }.Clear(pin =&gt; pin.Link)</c> changes the title and
    /// removes the link.
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
        var index = body is MemberExpression { Member.Name: { } property, Expression: ParameterExpression }
            ? model.GetMembers().FindProperty(property)
            : -1;
        if (index < 0)
        {
            throw new ArgumentException(
                $"'{member}' does not name a member of {typeof(T).Name}. Write it as x => x.Member.",
                nameof(member)
            );
        }

        model.ClearMember(index);
        return model;
    }
}
