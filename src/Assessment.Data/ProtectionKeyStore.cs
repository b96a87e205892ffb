namespace Assessment.Data;

/// <summary>Keys that seal sign-in cookies and page forms.</summary>
public sealed class ProtectionKeyStore(Session session)
{
    /// <summary>All keys as the framework wrote them.</summary>
    public Task<IReadOnlyList<string>> List() => session.List<string>("SELECT xml FROM protection_key ORDER BY name");

    /// <summary>Keeps a key; one of this name is replaced.</summary>
    public Task Put(string name, string xml) => session.Execute(
        """
        INSERT INTO protection_key (name, xml) VALUES (@name, @xml)
        ON CONFLICT (name) DO UPDATE SET xml = excluded.xml
        """,
        new { name, xml });
}
