using System.Reflection;
using System.Text.RegularExpressions;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi.Unit.Client.Generated;

/// <summary>Names that a person would choose.</summary>
public sealed partial class PublicTypesTests
{
    private static readonly Type[] Types = typeof(PinterestClient).Assembly.GetExportedTypes();

    [Fact]
    public void No_public_name_is_numbered_or_underscored_or_invented_by_the_generator()
    {
        var names = Types
            .Where(type => !type.IsGenericType)
            .Select(type => type.Name)
            .Concat(Types.SelectMany(PublicMembers))
            .Distinct()
            .ToList();

        Assert.InRange(names.Count, 5000, 20_000);
        Assert.Empty(names.Where(name => name.Contains('_', StringComparison.Ordinal) || !char.IsUpper(name[0])));
        Assert.Empty(
            Types.Where(type => !type.IsGenericType).Select(type => type.Name).Where(name => Invented().IsMatch(name))
        );
    }

    [Fact]
    public void Every_parameter_is_camel_case() =>
        Assert.Empty(
            Types
                .SelectMany(type => type.GetMethods())
                .Where(method => method.GetCustomAttribute<PinterestOperationAttribute>() is not null)
                .SelectMany(method => method.GetParameters())
                .Select(parameter => parameter.Name!)
                .Where(name => !CamelCase().IsMatch(name))
        );

    [Fact]
    public void No_public_type_clashes_with_one_that_every_file_knows()
    {
        var known = new[]
        {
            typeof(object),
            typeof(Uri),
            typeof(Enumerable),
            typeof(HttpClient),
            typeof(Barrier),
            typeof(File),
            typeof(List<>),
        }
            .SelectMany(type => type.Assembly.GetExportedTypes())
            .Where(type =>
                type.Namespace
                    is "System"
                        or "System.Collections.Generic"
                        or "System.IO"
                        or "System.Linq"
                        or "System.Net.Http"
                        or "System.Threading"
                        or "System.Threading.Tasks"
            )
            .Select(type => type.Name)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Types.Select(type => type.Name).Where(known.Contains));
    }

    [Fact]
    public void The_names_of_the_core_operations_read_well()
    {
        string[] expected =
        [
            "AdAccounts.ListAsync",
            "Boards.CreateAsync",
            "Boards.DeleteAsync",
            "Boards.EnumeratePinsAsync",
            "Boards.GetAsync",
            "Boards.ListAsync",
            "Boards.ListPinsAsync",
            "Boards.ListSectionPinsAsync",
            "Boards.ListSectionsAsync",
            "Boards.UpdateAsync",
            "Media.CreateAsync",
            "Media.GetAsync",
            "Media.ListAsync",
            "Pins.CreateAsync",
            "Pins.DeleteAsync",
            "Pins.GetAnalyticsAsync",
            "Pins.GetAsync",
            "Pins.GetManyAnalyticsAsync",
            "Pins.ListAsync",
            "Pins.SaveAsync",
            "Pins.UpdateAsync",
            "Search.ListBoardsAsync",
            "Search.ListPinsAsync",
            "UserAccount.GetAnalyticsAsync",
            "UserAccount.GetAsync",
            "UserAccount.ListFollowersAsync",
        ];
        var actual = typeof(IPinterestClient)
            .GetProperties()
            .SelectMany(group => group.PropertyType.GetMethods().Select(method => $"{group.Name}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(expected.Where(name => !actual.Contains(name)));
    }

    [Fact]
    public void All_61_paged_operations_can_be_enumerated() =>
        Assert.Equal(
            61,
            typeof(IPinterestClient)
                .GetProperties()
                .SelectMany(group => group.PropertyType.GetMethods())
                .Count(method =>
                    method.ReturnType.IsGenericType
                    && method.ReturnType.GetGenericTypeDefinition() == typeof(BookmarkPager<>)
                )
        );

    [Fact]
    public void A_method_of_many_parameters_takes_its_optional_ones_as_a_record()
    {
        var crowded = typeof(IPinterestClient)
            .GetProperties()
            .SelectMany(group => group.PropertyType.GetMethods())
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
            .Where(method =>
                method.GetParameters() is { Length: > 7 } all && all.Count(parameter => parameter.HasDefaultValue) > 2
            )
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

        Assert.Empty(crowded);
    }

    [Fact]
    public void An_enumeration_takes_what_its_list_takes()
    {
        var list = typeof(IPinsClient).GetMethod("ListAsync")!.GetParameters();
        var enumerate = typeof(IPinsClient).GetMethod("EnumerateAsync")!.GetParameters();

        Assert.Equal([typeof(PinsListOptions), typeof(CancellationToken)], list.Select(each => each.ParameterType));
        Assert.Equal(list.Select(each => each.ParameterType), enumerate.Select(each => each.ParameterType));
    }

    [Fact]
    public void A_page_size_is_an_int() =>
        Assert.Equal(
            [typeof(int?)],
            typeof(IPinterestClient)
                .GetProperties()
                .SelectMany(group => group.PropertyType.GetMethods())
                .SelectMany(method => method.GetParameters())
                .Where(parameter => parameter.Name == "pageSize")
                .Select(parameter => parameter.ParameterType)
                .Append(typeof(PinsListOptions).GetProperty("PageSize")!.PropertyType)
                .Distinct()
        );

    private static IEnumerable<string> PublicMembers(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
            .Select(member => member.Name)
            .Where(name => !name.StartsWith('<'));

    [GeneratedRegex(@"^Anonymous|^(Response|Body|Items?|Error|Type|Request)\d|\D\d$")]
    private static partial Regex Invented();

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$")]
    private static partial Regex CamelCase();
}
