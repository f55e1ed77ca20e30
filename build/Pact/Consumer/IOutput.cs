namespace PactNet.Infrastructure.Outputters;

/// <summary>A place to write to, for example a test's output.</summary>
public interface IOutput
{
    /// <summary>Writes a line, or several.</summary>
    void WriteLine(string line);
}
