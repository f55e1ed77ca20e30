namespace Pinterest.OpenApi.PostgresTests.Support;

/// <summary>Tests that share one server, one after the other, each with a database of its own.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PostgresServer>
{
    public const string Name = "a server";
}
