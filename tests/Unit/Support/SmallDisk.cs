using System.ComponentModel;
using System.Diagnostics;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>A small disk in memory (tmpfs), for its owner only. It is unmounted after the test.</summary>
internal sealed class SmallDisk : IDisposable
{
    private static readonly Lazy<string?> Refusal = new(Probe);

    private readonly TemporaryFolder _folder = new();

    /// <param name="kibibytes">Its size: room for some tokens, or more for a database.</param>
    public SmallDisk(int kibibytes = 64)
    {
        if (Run("mount", "-t", "tmpfs", "-o", $"size={kibibytes}k,mode=700", "tmpfs", _folder) is { } problem)
        {
            _folder.Dispose();
            throw new InvalidOperationException(problem);
        }
    }

    /// <summary>Gets why no disk can be mounted here, or null when one can.</summary>
    public static string? WhyNot => Refusal.Value;

    private string Filler => Path.Combine(_folder, "filler");

    public static implicit operator string(SmallDisk disk) => disk._folder;

    /// <summary>Writes until nothing more fits.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var one = new byte[1];
        try
        {
            while (true)
            {
                filler.Write(one);
            }
        }
        catch (IOException)
        {
            // The disk is full.
        }
    }

    /// <summary>Takes away what filled the disk.</summary>
    public void Free() => File.Delete(Filler);

    public void Dispose()
    {
        // A file that is still open must not keep the mount: a lazy unmount always succeeds.
        if (Run("umount", _folder) is not null)
        {
            Run("umount", "-l", _folder);
        }

        _folder.Dispose();
    }

    private static string? Probe()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "Needs a tmpfs of Linux.";
        }

        try
        {
            new SmallDisk().Dispose();
            return null;
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            return $"Needs the right to mount a tmpfs: {error.Message}";
        }
    }

    // What the command complains of, or null when it succeeded.
    private static string? Run(string name, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardError = true })!;
        var problem = process.StandardError.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : problem;
    }
}

/// <summary>A test that needs a disk of its own, to fill it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.WhyNot;
}
