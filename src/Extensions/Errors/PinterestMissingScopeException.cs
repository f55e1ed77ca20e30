namespace Pinterest.OpenApi;

/// <summary>The access token lacks a scope that the operation asks for. Pinterest said so (401 or 403), or it was seen before the call was sent.</summary>
public sealed class PinterestMissingScopeException : PinterestApiException
{
    internal PinterestMissingScopeException(ErrorReply reply)
        : base(reply, $"{reply.Operation.Id} needs {Needs(reply.Operation)}. Ask the user for them at the next sign-in.")
    {
    }

    private static string Needs(Operation operation) =>
        string.Join(" or ", operation.Security.Select(alternative => alternative.Scopes.Count == 0 ? alternative.Scheme : $"{alternative.Scheme} with {string.Join(", ", alternative.Scopes)}"));
}
