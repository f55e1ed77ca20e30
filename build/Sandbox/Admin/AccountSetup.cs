using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>Fills and empties the account of the user that signs in.</summary>
internal sealed class AccountSetup(SandboxState state, ContentMaker content, PassingState passing)
{
    /// <summary>Adds boards, sections, Pins and followers.</summary>
    public void Fill(SandboxContent amounts) => content.Fill(amounts);

    /// <summary>
    /// Removes all content, jobs, planned faults and counted requests. Users and tokens stay, so nobody signs in again.
    /// </summary>
    public void Reset()
    {
        lock (state.Gate)
        {
            var users = state.All.OfType<User>().ToList();
            state.Clear();
            foreach (var user in users)
            {
                state.Put(new User(user.Id, user.Order, user.Username));
            }
        }

        passing.Clear();
    }
}
