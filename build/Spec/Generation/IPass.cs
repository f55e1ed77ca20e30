namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>One small step from the pinned description to a document that NSwag turns into a correct client.</summary>
internal interface IPass
{
    /// <summary>Gets the name of the step, as the summary prints it.</summary>
    string Name { get; }

    /// <summary>Changes the document.</summary>
    /// <param name="context">The document and what the passes share.</param>
    /// <returns>How many places were changed.</returns>
    /// <exception cref="SpecException">Something was found for which there is neither a rule nor a
    /// decision.</exception>
    int Run(NormalisationContext context);
}
