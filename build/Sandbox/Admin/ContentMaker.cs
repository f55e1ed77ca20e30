using Bogus;
using Pinterest.OpenApi.Sandbox.Core;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>Fills an account with boards and Pins that look real. The same seed makes the same ones.</summary>
internal sealed class ContentMaker(SandboxState state, Users users, TimeProvider clock, int seed)
{
    public void Fill(SandboxContent content)
    {
        lock (state.Gate)
        {
            FillLocked(users.DefaultId, content);
        }
    }

    private void FillLocked(string userId, SandboxContent content)
    {
        var faker = new Faker { Random = new Randomizer(seed) };
        var now = clock.GetUtcNow();
        var user = state.User(userId)!;
        state.Put(
            user with
            {
                Followers =
                [
                    .. user.Followers,
                    .. Enumerable.Range(0, content.Followers).Select(_ => faker.Internet.UserName().ToLowerInvariant()),
                ],
                FollowingCount = content.Followers / 2,
            }
        );
        for (var i = 0; i < content.Boards; i++)
        {
            var board = Board(userId, faker, now.AddDays(-60 + Math.Min(i, 50)));
            var sections = Enumerable.Range(0, content.SectionsPerBoard).Select(_ => Section(board, faker)).ToList();
            for (var pin = 0; pin < content.PinsPerBoard; pin++)
            {
                Pin(board, pin % 3 == 0 && sections.Count > 0 ? sections[pin % sections.Count] : null, faker, now);
            }
        }
    }

    private Board Board(string userId, Faker faker, DateTimeOffset created)
    {
        var (id, order) = state.Next();

        // The order makes the name unique.
        var board = new Board
        {
            Id = id,
            Order = order,
            OwnerId = userId,
            Name = $"{faker.Commerce.Department(1)} {faker.Commerce.ProductAdjective().ToLowerInvariant()} {order}",
            CreatedAt = created,
            Description = faker.Lorem.Sentence(),
        };
        state.Put(board);
        return board;
    }

    private Section Section(Board board, Faker faker)
    {
        var (id, order) = state.Next();
        var section = new Section(id, order, board.Id, $"{faker.Commerce.ProductMaterial()} {order}");
        state.Put(section);
        return section;
    }

    private void Pin(Board board, Section? section, Faker faker, DateTimeOffset now)
    {
        var (id, order) = state.Next();
        state.Put(
            new Pin(id, order, board.OwnerId, now.AddMinutes(-faker.Random.Int(0, 50_000)))
            {
                BoardId = board.Id,
                SectionId = section?.Id,
                Title = faker.Commerce.ProductName(),
                Description = faker.Lorem.Sentence(),
                Link = $"https://example.com/{faker.Lorem.Slug(2)}",
                AltText = faker.Lorem.Sentence(4),
                DominantColor = PinMedia.Color(id),
                SourceType = PinMedia.FromWeb,
                Media = PinMedia.OfAddress($"https://example.com/{id}.jpg"),
            }
        );
    }
}
