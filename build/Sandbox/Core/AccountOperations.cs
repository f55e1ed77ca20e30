using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>The account of the user: profile, followers and analytics.</summary>
internal sealed class AccountOperations(SandboxState state, Lists lists, Analytics analytics)
{
    public IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> All =>
        [("user_account/get", Get), ("followers/list", Followers), ("user_account/analytics", AccountAnalytics)];

    private SandboxReply Get(ApiCall call)
    {
        var user = state.User(call.Caller.UserId)!;
        return SandboxReply.Json(
            StatusCodes.Status200OK,
            new JObject
            {
                ["id"] = user.Id,
                ["username"] = user.Username,
                ["account_type"] = user.AccountType,
                ["about"] = "An account of the sandbox.",
                ["profile_image"] = $"https://i.pinimg.com/280x280_RS/{PinMedia.Color(user.Id)[1..]}.jpg",
                ["website_url"] = $"https://{user.Username.Replace('_', '-')}.example.com",
                ["business_name"] = user.AccountType == "BUSINESS" ? user.Username : null,
                ["board_count"] = state.BoardsOf(user.Id).Count,
                ["pin_count"] = state.PinsOfUser(user.Id).Count,
                ["follower_count"] = user.Followers.Count,
                ["following_count"] = user.FollowingCount,
                ["monthly_views"] = analytics.MonthlyViews(user.Id),
            }
        );
    }

    // Followers have no order of their own: their place in the list is one, since they are only ever added.
    private SandboxReply Followers(ApiCall call)
    {
        var followers = state.User(call.Caller.UserId)!.Followers;
        return lists.Page(
            call,
            after =>
                Enumerable
                    .Range((int)(after ?? 0), Math.Max(0, followers.Count - (int)(after ?? 0)))
                    .Select(index => ((long)index + 1, followers[index])),
            name => SandboxReply.Utf8(new JObject { ["type"] = "user", ["username"] = name })
        );
    }

    private SandboxReply AccountAnalytics(ApiCall call) =>
        SandboxReply.Json(StatusCodes.Status200OK, analytics.OfAccount(call));
}
