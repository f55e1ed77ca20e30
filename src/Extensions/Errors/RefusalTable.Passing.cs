using static Pinterest.OpenApi.PinterestErrorKind;

namespace Pinterest.OpenApi;

/// <content>Failures that pass: quotas, and failures on Pinterest's side.</content>
internal static partial class RefusalTable
{
    private static RefusalRow[] Passing =>
        [
            new(RateLimited)
            {
                Statuses = [400],
                Phrases =
                [
                    "quota exceeded",
                    "exceeded*quota",
                    "too many requests",
                    "retry after*second",
                    "retry after*minute",
                    "retry in*second",
                    "retry in*minute",
                    "try again in*second",
                    "try again in*minute",
                    "try again after*second",
                    "try again after*minute",
                    "rate limit",
                ],
                IsTransient = true,
                IsUncertain = true,
                Advice = "A quota is used up{until}. {again}",
                Source = RefusalSource.Users,
            },
            new(Server)
            {
                Statuses = [400],
                Codes = [12],
                IsTransient = true,
                IsUncertain = true,
                Advice = "Pinterest failed, although the status says otherwise. {again}",
                Source = RefusalSource.Users,
            },
            new(Server)
            {
                Statuses = [400],
                Phrases = ["went wrong on our end"],
                IsTransient = true,
                IsUncertain = true,
                Advice = "Pinterest failed, although the status says otherwise. {again}",
                Source = RefusalSource.Users,
            },
            new(RateLimited)
            {
                Statuses = [429],
                IsTransient = true,
                Advice = "The allowance of {category} is used up{until}. Call again {then}.",
                Source = RefusalSource.Description,
            },
            new(Server)
            {
                Statuses = [408],
                IsTransient = true,
                IsUncertain = true,
                Advice = "Pinterest did not receive the whole request in time. {again}",
                Source = RefusalSource.Description,
            },
            new(Server)
            {
                MinStatus = 500,
                IsTransient = true,
                IsUncertain = true,
                Advice = "Pinterest failed. {again}",
                Source = RefusalSource.Description,
            },
        ];
}
