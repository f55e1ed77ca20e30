using PactNet.Matchers;
using Pinterest.OpenApi.Models;
using static Pinterest.OpenApi.Contract.Examples;

namespace Pinterest.OpenApi.Contract;

internal static class AccountContracts
{
    public static IEnumerable<ContractCase> All =>
        [
            new ContractCase("a request for the account of the user")
                .When(HttpMethod.Get, "/user_account")
                .Responds(
                    200,
                    new
                    {
                        id = Id("1064817317617917"),
                        username = Match.Type(UserName),
                        account_type = Match.Regex("BUSINESS", "^(PINNER|BUSINESS)$"),
                        board_count = Match.Integer(14),
                        pin_count = Match.Integer(339),
                        follower_count = Match.Integer(10),
                    }
                )
                .Checked(async client =>
                    Assert.Equal(
                        (UserName, UserAccountType.Business, 14, 339),
                        await client.Pinterest.UserAccount.GetAsync() is var account
                            ? (account.Username, account.AccountType, account.BoardCount, account.PinCount)
                            : default
                    )
                ),
            new ContractCase("a request for the followers of the user")
                .Given("followers exist", ("count", "3"))
                .When(HttpMethod.Get, "/user_account/followers", ("page_size", "50"))
                .Responds(200, Page(new { username = Match.Type(UserName), type = Match.Type("user") }))
                .Checked(async client =>
                    Assert.Equal(
                        UserName,
                        (await client.Pinterest.UserAccount.ListFollowersAsync(pageSize: 50)).Items[0].Username
                    )
                ),
            new ContractCase("a request for the analytics of the account")
                .When(
                    HttpMethod.Get,
                    "/user_account/analytics",
                    ("start_date", "2026-01-01"),
                    ("end_date", "2026-01-07"),
                    ("metric_types", "IMPRESSION,PIN_CLICK_RATE")
                )
                .Responds(
                    200,
                    new
                    {
                        all = new
                        {
                            daily_metrics = Match.MinType(
                                new
                                {
                                    date = Match.Regex("2026-01-01", @"^\d{4}-\d\d-\d\d$"),
                                    data_status = Match.Regex("READY", "^[A-Z_]+$"),
                                    metrics = new { IMPRESSION = Match.Number(12) },
                                },
                                1
                            ),
                            summary_metrics = new { IMPRESSION = Match.Number(12), PIN_CLICK_RATE = Match.Number(0.5) },
                        },
                    }
                )
                .Checked(async client =>
                {
                    var all = (
                        await client.Pinterest.UserAccount.GetAnalyticsAsync(
                            new DateOnly(2026, 1, 1),
                            new DateOnly(2026, 1, 7),
                            new() { MetricTypes = [MetricType.Impression, MetricType.PinClickRate] }
                        )
                    )["all"];
                    Assert.Equal(
                        (12, 0.5m),
                        ((int)all.SummaryMetrics!["IMPRESSION"], (decimal)all.SummaryMetrics["PIN_CLICK_RATE"])
                    );
                    Assert.Equal("2026-01-01", all.DailyMetrics![0].Date);
                }),
        ];
}
