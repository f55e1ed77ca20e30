using Pinterest.OpenApi.Models;
using static Pinterest.OpenApi.Contract.Examples;

namespace Pinterest.OpenApi.Contract;

internal static class SectionContracts
{
    private const string Sections = $"/boards/{BoardId}/sections";
    private const string Section1 = $"{Sections}/{SectionId}";
    private static readonly (string, string)[] Existing =
    [
        ("board_id", BoardId),
        ("section_id", SectionId),
        ("name", SectionName),
    ];

    public static IEnumerable<ContractCase> All =>
        [
            new ContractCase("a request for the sections of a board")
                .Given("a board section exists", Existing)
                .When(HttpMethod.Get, Sections)
                .Responds(200, Page(Section()))
                .Checked(async client =>
                    Assert.Equal(
                        (SectionId, SectionName),
                        (await client.Pinterest.Boards.ListSectionsAsync(BoardId)).Items[0] is var section
                            ? (section.Id, section.Name)
                            : default
                    )
                ),
            new ContractCase("a request to create a section")
                .Given("the account is empty")
                .Given("a board exists", ("board_id", BoardId))
                .When(HttpMethod.Post, Sections)
                .Sending(new { name = SectionName })
                .Responds(201, Section(SectionName))
                .Checked(async client =>
                    Assert.Equal(
                        SectionId,
                        (
                            await client.Pinterest.Boards.CreateSectionAsync(
                                BoardId,
                                new BoardSection { Name = SectionName }
                            )
                        ).Id
                    )
                ),
            new ContractCase("a request to rename a section")
                .Given("a board section exists", ("board_id", BoardId), ("section_id", SectionId))
                .When(HttpMethod.Patch, Section1)
                .Sending(new { name = SectionName })
                .Responds(200, Section(SectionName))
                .Checked(async client =>
                    Assert.Equal(
                        SectionName,
                        (
                            await client.Pinterest.Boards.UpdateSectionAsync(
                                BoardId,
                                SectionId,
                                new BoardSection { Name = SectionName }
                            )
                        ).Name
                    )
                ),
            new ContractCase("a request to delete a section")
                .Given("a board section exists", Existing)
                .When(HttpMethod.Delete, Section1)
                .Responds(204)
                .Checked(client => client.Pinterest.Boards.DeleteSectionAsync(BoardId, SectionId)),
            new ContractCase("a request for the Pins of a section")
                .Given("a Pin exists", ("board_id", BoardId), ("section_id", SectionId), ("pin_id", PinId))
                .When(HttpMethod.Get, Section1 + "/pins", ("page_size", "50"))
                .Responds(200, Page(Pin()))
                .Checked(async client =>
                    Assert.Equal(
                        PinId,
                        (await client.Pinterest.Boards.ListSectionPinsAsync(BoardId, SectionId, pageSize: 50))
                            .Items[0]
                            .Id
                    )
                ),
        ];
}
