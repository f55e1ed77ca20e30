using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Sandbox.Jobs;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Unit.Sandbox.Jobs;

/// <summary>The store keeps the last jobs, and no more.</summary>
public sealed class JobStoreTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void The_oldest_job_is_forgotten_after_a_thousand()
    {
        var store = new JobStore(new SandboxState(new NoJournal()), _clock, TimeSpan.FromSeconds(1));
        for (var number = 0; number <= 1000; number++)
        {
            store.Start(Job(number.ToString(CultureInfo.InvariantCulture)));
        }

        Assert.Null(store.Find(JobKind.Bulk, "0"));
        Assert.NotNull(store.Find(JobKind.Bulk, "1"));
        Assert.NotNull(store.Find(JobKind.Bulk, "1000"));
    }

    [Fact]
    public void A_job_with_the_same_id_takes_the_place_of_the_first()
    {
        var store = new JobStore(new SandboxState(new NoJournal()), _clock, TimeSpan.FromSeconds(1));
        for (var i = 0; i < 3000; i++)
        {
            store.Start(Job("7"));
        }

        Assert.NotNull(store.Find(JobKind.Bulk, "7"));
    }

    private Job Job(string id) =>
        new()
        {
            Id = id,
            Kind = JobKind.Bulk,
            CreatedAt = _clock.GetUtcNow(),
        };
}
