using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>The account of the user: profile, followers and analytics.</summary>
internal sealed class AccountOperations(CoreParts parts)
{
    private readonly SandboxState _state = parts.State;
    private readonly Lists _lists = parts.Lists;
    private readonly Analytics _analytics = parts.Analytics;

    public IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> All =>
        [("user_account/get", Get), ("followers/list", Followers), ("user_account/analytics", AccountAnalytics)];

    private SandboxReply Get(ApiCall call)
    {
        var user = _state.User(call.Caller.UserId)!;
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
                ["board_count"] = _state.BoardsOf(user.Id).Count,
                ["pin_count"] = _state.PinsOfUser(user.Id).Count,
                ["follower_count"] = user.Followers.Count,
                ["following_count"] = user.FollowingCount,
                ["monthly_views"] = _analytics.MonthlyViews(user.Id),
            }
        );
    }

    // A follower has no order of its own. Its place in the list serves as one, because followers are only ever added.
    private SandboxReply Followers(ApiCall call)
    {
        var followers = _state.User(call.Caller.UserId)!.Followers;
        return _lists.Page(
            call,
            after =>
                Enumerable
                    .Range((int)(after ?? 0), Math.Max(0, followers.Count - (int)(after ?? 0)))
                    .Select(index => ((long)index + 1, followers[index])),
            name => SandboxReply.Utf8(new JObject { ["type"] = "user", ["username"] = name })
        );
    }

    private SandboxReply AccountAnalytics(ApiCall call) =>
        SandboxReply.Json(StatusCodes.Status200OK, _analytics.OfAccount(call));
}
