namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>The users of the sandbox, by name.</summary>
internal sealed class Users
{
    private const string DefaultName = "sandbox_user";

    private readonly SandboxState _state;

    public Users(SandboxState state)
    {
        _state = state;
        DefaultId = Named(DefaultName).Id;
    }

    /// <summary>Gets the user that signs in, and that a token is for when nobody else is named.</summary>
    public string DefaultId { get; }

    /// <summary>Gives the user of a name, and adds one when there is none.</summary>
    public User Named(string username)
    {
        lock (_state.Gate)
        {
            if (_state.UserByName(username) is { } known)
            {
                return known;
            }

            var (id, order) = _state.Next();
            var user = new User(id, order, username);
            _state.Put(user);
            return user;
        }
    }
}
