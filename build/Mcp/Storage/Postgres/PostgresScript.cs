using System.Text.RegularExpressions;

namespace Pinterest.OpenApi.Mcp.Storage.Postgres;

/// <summary>The SQL by which an administrator makes roles, tables and triggers.</summary>
internal sealed partial class PostgresScript
{
    /// <summary>The usual name of the role that owns the tables. Nobody signs in as this role.</summary>
    public const string UsualOwner = "pinterest_mcp_owner";

    /// <summary>The usual name of the role that may add entries. Roles that sign in are members of it.</summary>
    public const string UsualWriter = "pinterest_mcp_writer";

    /// <summary>The body of the function that refuses changes.</summary>
    public const string RefuseBody = "BEGIN RAISE EXCEPTION 'entries are only ever added' USING ERRCODE = '23001'; END";

    /// <summary>The body of the function that refuses an entry that does not follow the last one.</summary>
    public const string GapBody =
        "BEGIN IF NEW.number IS DISTINCT FROM (SELECT COALESCE(MAX(number), 0) + 1 FROM pinterest_mcp.audit) THEN "
        + "RAISE EXCEPTION 'entries are numbered without a gap' USING ERRCODE = '23001'; END IF; RETURN NEW; END";

    /// <summary>Gets the role that owns the tables.</summary>
    public string Owner { get; init; } = UsualOwner;

    /// <summary>Gets the role that may add entries.</summary>
    public string Writer { get; init; } = UsualWriter;

    /// <summary>Gets the roles, which exist already, that become members of the writer.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Says whether a text may be the name of a role here, where it needs no quotes.</summary>
    public static bool IsRole(string name) => RoleName().IsMatch(name);

    /// <summary>Writes the whole script, one transaction.</summary>
    public override string ToString() =>
        $"""
            -- The tables of pinterest-mcp, version {PostgresSchema.Version}. Run it once, as a role that may create roles and schemas:
            --   psql --dbname pinterest --file this-script.sql
            BEGIN;
            {Roles()}
            CREATE SCHEMA {PostgresSchema.Name} AUTHORIZATION {Owner};
            SET LOCAL ROLE {Owner};
            SET LOCAL search_path = {PostgresSchema.Name}, pg_temp;
            {Tables}
            {Triggers}
            {Rights()}
            RESET ROLE;
            REVOKE {Owner} FROM CURRENT_USER;
            {Memberships()}COMMIT;

            """;

    /// <summary>Writes what makes roles members of the writer.</summary>
    public string Memberships() => string.Concat(Members.Select(member => $"GRANT {Writer} TO {member};\n"));

    private const string Tables = """
        CREATE TABLE schema_version (version bigint NOT NULL);
        INSERT INTO schema_version VALUES (1);
        CREATE TABLE meta (name text COLLATE "C" PRIMARY KEY, value bytea NOT NULL);
        CREATE TABLE audit (
            number bigint PRIMARY KEY,
            at bigint NOT NULL,
            call_id text COLLATE "C" NOT NULL,
            stage text COLLATE "C" NOT NULL,
            agent text COLLATE "C",
            session text COLLATE "C",
            account text COLLATE "C",
            tool text COLLATE "C" NOT NULL,
            operation text COLLATE "C",
            area text COLLATE "C",
            decision text COLLATE "C",
            rule text COLLATE "C",
            approval_id text COLLATE "C",
            approved_by text COLLATE "C",
            approved_at bigint,
            arguments_hash text COLLATE "C",
            boards text COLLATE "C",
            pins text COLLATE "C",
            is_creation bigint NOT NULL,
            outcome text COLLATE "C",
            error_kind text COLLATE "C",
            request_id text COLLATE "C",
            milliseconds double precision,
            remaining bigint,
            sentence text COLLATE "C" NOT NULL,
            texts text COLLATE "C",
            previous text COLLATE "C" NOT NULL,
            hash text COLLATE "C" NOT NULL
        );
        CREATE INDEX audit_by_agent ON audit (agent, number);
        CREATE INDEX audit_by_call ON audit (call_id, stage);
        CREATE INDEX audit_by_time ON audit (at);
        CREATE INDEX audit_of_creations ON audit (agent, at) WHERE is_creation = 1 AND stage = 'intent';
        CREATE TABLE approvals (
            id text COLLATE "C" PRIMARY KEY,
            agent text COLLATE "C" NOT NULL,
            account text COLLATE "C" NOT NULL,
            tool text COLLATE "C" NOT NULL,
            operation text COLLATE "C" NOT NULL,
            hash text COLLATE "C" NOT NULL,
            summary text COLLATE "C" NOT NULL,
            picture bytea,
            asked_at bigint NOT NULL,
            asked_clock bigint NOT NULL,
            ends_at bigint NOT NULL,
            state text COLLATE "C" NOT NULL,
            decided_by text COLLATE "C",
            decided_at bigint
        );
        CREATE TABLE grants (
            is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
            version bigint NOT NULL,
            json text COLLATE "C" NOT NULL
        );
        CREATE INDEX approvals_by_call ON approvals (agent, account, hash);
        CREATE INDEX approvals_by_state ON approvals (state, asked_at);
        """;

    private const string Triggers = $"""
        CREATE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
            AS $body${RefuseBody}$body$;
        CREATE FUNCTION audit_follows() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
            AS $body${GapBody}$body$;
        CREATE TRIGGER audit_is_not_updated BEFORE UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION audit_refuses();
        CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_refuses();
        CREATE TRIGGER audit_is_not_truncated BEFORE TRUNCATE ON audit EXECUTE FUNCTION audit_refuses();
        CREATE TRIGGER audit_has_no_gap BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_follows();
        ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_is_not_updated;
        ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_is_not_deleted;
        ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_is_not_truncated;
        ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_has_no_gap;
        """;

    private string Roles() =>
        $"""
            DO $roles$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = '{Owner}') THEN
                    CREATE ROLE {Owner} NOLOGIN;
                END IF;
                IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = '{Writer}') THEN
                    CREATE ROLE {Writer} NOLOGIN;
                END IF;
            END $roles$;
            GRANT {Owner} TO CURRENT_USER;
            """;

    // Entries are added and read. Of approvals the writer changes what a decision changes, and removes those of a month ago.
    private string Rights() =>
        $"""
            GRANT USAGE ON SCHEMA {PostgresSchema.Name} TO {Writer};
            GRANT SELECT ON schema_version TO {Writer};
            GRANT SELECT, INSERT ON meta, audit TO {Writer};
            GRANT SELECT, INSERT, UPDATE (version, json) ON grants TO {Writer};
            GRANT SELECT, INSERT, DELETE, UPDATE (state, decided_by, decided_at, picture) ON approvals TO {Writer};
            """;

    [GeneratedRegex("^(?!pg_)[a-z_][a-z0-9_]{0,62}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoleName();
}
