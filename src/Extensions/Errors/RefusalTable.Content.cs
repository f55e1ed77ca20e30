using static Pinterest.OpenApi.PinterestErrorKind;

namespace Pinterest.OpenApi;

/// <content>Refusals for what is sent, and for what is there already.</content>
internal static partial class RefusalTable
{
    private const string ExistsAdvice = "It already exists. Get it and use it, or choose another name.";

    private static RefusalRow[] Content =>
        [
            new(ContentNotAllowed)
            {
                Statuses = [400, 403],
                Codes = [1],
                Phrases =
                [
                    "site*not allow",
                    "site*n't allow",
                    "domain*not allow",
                    "domain*n't allow",
                    "not allow*site",
                    "not allow*domain",
                    "n't allow*site",
                    "n't allow*domain",
                    "can't save*site",
                    "cannot save*site",
                    "can not save*site",
                    "can't be saved*site",
                    "cannot be saved*site",
                    "site*blocked",
                    "domain*blocked",
                    "blocked*site",
                    "blocked*domain",
                ],
                Advice =
                    "The website does not allow saving its content. Use another picture or link; the same call "
                    + "cannot succeed.",
                Source = RefusalSource.Users,
            },
            new(ImageUnreachable)
            {
                Statuses = [400],
                Codes = [1],
                Phrases = ["fetch*image", "download*image", "retrieve*image", "image*fetched", "image*unreachable"],
                IsTransient = true,
                Advice =
                    "Pinterest could not fetch the image, so nothing was created. This is often temporary: call "
                    + "again later. "
                    + "If it happens again, check that anyone can open the address of the image.",
                Source = RefusalSource.Users,
            },
        ];

    private static RefusalRow[] Conflicts =>
        [
            new(MissingPrerequisite)
            {
                Statuses = [409],
                Codes = [4182],
                Advice = "The account has no catalog. Create one, then call again.",
                Source = RefusalSource.Users,
            },
            new(AlreadyExists)
            {
                Statuses = [409],
                Codes = [58, 2032],
                Advice = ExistsAdvice,
                Source = RefusalSource.Users,
            },
            new(MissingPrerequisite)
            {
                Statuses = [409],
                Phrases = ["without an existing", "no existing", "does not exist", "doesn't exist"],
                Advice =
                    "Something that the call requires does not exist; the message names it. Create it, then call "
                    + "again.",
                Source = RefusalSource.Users,
            },
            new(AlreadyExists)
            {
                Statuses = [409],
                Phrases = ["already", "duplicate", "is taken"],
                Advice = ExistsAdvice,
                Source = RefusalSource.Users,
            },
            new(Conflict)
            {
                Statuses = [409],
                Advice =
                    "The call conflicts with the current state or with another call at the same time. "
                    + "Get the object again, then repeat the call if it is still needed.",
                Source = RefusalSource.Description,
            },
        ];
}
