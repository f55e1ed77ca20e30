using System.Text.Json;
using PactNet.Infrastructure.Outputters;

namespace PactNet;

/// <summary>How contracts are recorded.</summary>
public class PactConfig
{
    /// <summary>Gets or sets the folder of the pact files.</summary>
    /// <value>The default is <c>pacts</c> in the current folder.</value>
    public string PactDir { get; set; } = "pacts";

    /// <summary>
    /// Gets or sets what is kept of the core's log. The first level that is asked for stays for the process.
    /// </summary>
    /// <value>The default is <see cref="PactLogLevel.Information"/>.</value>
    public PactLogLevel LogLevel { get; set; } = PactLogLevel.Information;

    /// <summary>Gets or sets where the log is written when a test fails.</summary>
    /// <value>The default is the console.</value>
    public IEnumerable<IOutput> Outputters { get; set; } = [new ConsoleOutput()];

    /// <summary>Gets or sets how bodies are written when a call does not say.</summary>
    /// <value>The default writes names as they are, and nulls.</value>
    public JsonSerializerOptions DefaultJsonSettings { get; set; } = new();
}
