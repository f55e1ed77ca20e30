using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Two references, side by side, that lead to different places: what differs behind them changed here, not where it stands.</summary>
internal sealed class SwitchedReference(JToken before, JToken after)
{
    public JToken Before { get; } = before;

    public JToken After { get; } = after;

    /// <summary>Tells whether two tokens of two documents have the same pointer.</summary>
    public static bool ArePlacedAlike(JToken left, JToken right)
    {
        while (left.Parent is { } leftParent && right.Parent is { } rightParent)
        {
            switch (leftParent, rightParent)
            {
                case (JProperty one, JProperty other) when one.Name != other.Name:
                case (JArray list, JArray otherList) when list.IndexOf(left) != otherList.IndexOf(right):
                    return false;
            }

            if (leftParent.GetType() != rightParent.GetType())
            {
                return false;
            }

            (left, right) = (leftParent, rightParent);
        }

        return left.Parent is null && right.Parent is null;
    }

    /// <summary>Gives the name of the component schema that a token belongs to, or null.</summary>
    public static string? ComponentOf(JToken token)
    {
        for (var current = token; current is not null; current = current.Parent)
        {
            if (
                current is JProperty
                {
                    Parent.Parent: JProperty
                    {
                        Name: "schemas",
                        Parent.Parent: JProperty { Name: "components", Parent.Parent: null }
                    }
                } component
            )
            {
                return component.Name;
            }
        }

        return null;
    }
}
