using System.Reflection;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client;

/// <summary>A program that knows the interface only can do all that the class does.</summary>
public sealed class IPinterestClientTests
{
    [Fact]
    public void The_interface_has_every_member_of_the_class()
    {
        const BindingFlags own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var members = typeof(PinterestClient).GetMembers(own).Where(member => member is not ConstructorInfo);

        Assert.Empty(members.Select(Describe).Except(typeof(IPinterestClient).GetMembers().Select(Describe)));
    }

    [Fact]
    public async Task A_client_made_from_the_interface_sends_as_it_was_told()
    {
        var pinterest = new FakePinterest();
        IPinterestClient client = pinterest.Client;

        await client.With(o => o with { AdAccountId = "1" }).Boards.ListAsync();
        await client.With(new PinterestCallOptions { AdAccountId = "2" }).Boards.ListAsync();
        await client.ForUser(new StaticTokenCredential(new PinterestToken("pina_ann"))).Boards.ListAsync();

        Assert.Equal(
            ["?ad_account_id=1", "?ad_account_id=2", ""],
            pinterest.Requests.Select(sent => sent.Request.RequestUri!.Query)
        );
        Assert.Equal("pina_ann", pinterest.Requests[2].Request.Headers.Authorization!.Parameter);
    }

    // The result is left out: With of the interface gives the interface.
    private static string Describe(MemberInfo member) =>
        member is MethodInfo method
            ? $"{method.Name}({string.Join(", ", method.GetParameters().Select(each => each.ParameterType))})"
            : member.Name;
}
