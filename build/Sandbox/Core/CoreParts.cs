using Pinterest.OpenApi.Sandbox.Media;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>The parts that several groups of core operations share.</summary>
internal sealed class CoreParts
{
    public CoreParts(SandboxState state, MediaUploads media, SandboxOptions options)
    {
        State = state;
        Media = media;
        Clock = options.TimeProvider;
        Lists = new Lists(new Bookmarks(options.Seed), options.ServeContracts);
        Access = new Access(state);
        Analytics = new Analytics(state, options.TimeProvider, options.ServeContracts);
        Views = new EntityViews(state, Analytics);
    }

    public SandboxState State { get; }

    public MediaUploads Media { get; }

    public TimeProvider Clock { get; }

    public Lists Lists { get; }

    public Access Access { get; }

    public Analytics Analytics { get; }

    public EntityViews Views { get; }
}
