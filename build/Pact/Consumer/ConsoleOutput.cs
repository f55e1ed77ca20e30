namespace PactNet.Infrastructure.Outputters;

/// <summary>Writes to the console.</summary>
public sealed class ConsoleOutput : IOutput
{
    /// <inheritdoc/>
    public void WriteLine(string line) => Console.WriteLine(line);
}
