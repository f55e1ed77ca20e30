using System.Reflection;
using Pinterest.OpenApi;
using Samples.Tests.Support;

namespace Samples.Tests;

public sealed class ProgramTests
{
    [Theory]
    [InlineData("list", "A page of 30 Pins, the last.")]
    [InlineData("create-pins", "pin_url: Pin ")]
    [InlineData("upload-video", "shows the video.")]
    [InlineData("import-pins", "Line 2: Pin ")]
    [InlineData("ads-report", "Campaign 2: ")]
    [InlineData("conversions", "Processed: 1 of 1 events.")]
    public async Task A_sample_runs_in_the_sandbox_by_its_name_alone(string sample, string expected)
    {
        using var output = new WatchedWriter();
        using var errors = new WatchedWriter();

        Assert.Equal(
            (0, ""),
            (await Program.RunAsync([sample, "--sandbox"], output, errors, default), errors.ToString())
        );

        Assert.Contains(expected, output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("pina_", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_none_is_misuse_and_lists_the_samples()
    {
        using var output = new WatchedWriter();
        using var errors = new WatchedWriter();

        Assert.Equal((2, ""), (await Program.RunAsync(["paint"], output, errors, default), output.ToString()));

        foreach (var name in Names())
        {
            Assert.Contains($" {name}.cs", errors.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_name_the_samples_are_listed()
    {
        using var output = new WatchedWriter();
        using var errors = new WatchedWriter();

        Assert.Equal((0, ""), (await Program.RunAsync([], output, errors, default), errors.ToString()));

        Assert.Equal(11, Names().Count);
        foreach (var name in Names())
        {
            Assert.Contains($" {name}.cs", output.ToString(), StringComparison.Ordinal);
        }
    }

    /// <summary>The classes that can be run with the options of a client.</summary>
    private static List<string> Names() =>
        [
            .. typeof(Program)
                .Assembly.GetExportedTypes()
                .Where(type =>
                    type.GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Static)
                        ?.GetParameters()[0]
                        .ParameterType == typeof(PinterestClientOptions)
                )
                .Select(type => type.Name),
        ];
}
