using Pinterest.OpenApi.Sandbox.Faults;
using Pinterest.OpenApi.Sandbox.RateLimits;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>Fills and empties the account of the user that signs in.</summary>
internal sealed class AccountSetup(SandboxState state, ContentMaker content, FaultPlan faults, RateLimitCounters limits)
{
    /// <summary>Adds boards, sections, Pins and followers.</summary>
    public void Fill(SandboxContent amounts) => content.Fill(amounts);

    /// <summary>
    /// Removes all content, planned faults and counted requests. Users and tokens stay, so nobody signs in again.
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

        faults.Clear();
        limits.Clear();
    }
}
