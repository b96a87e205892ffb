namespace Assessment.Data;

/// <summary>A picture, video or caption file of a form version.</summary>
public sealed record MediaRow
{
    /// <summary>The form version.</summary>
    public int FormVersionNo { get; init; }

    /// <summary>Path as the form names it.</summary>
    public string Path { get; init; } = "";

    /// <summary>MIME type.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>The file.</summary>
    public byte[] Content { get; init; } = [];
}

/// <summary>Media files of form versions; frozen with them.</summary>
public sealed class MediaStore(Session session)
{
    /// <summary>Keeps a file of a draft, in place of an older one.</summary>
    public Task Put(MediaRow media) => session.Execute(
        """
        INSERT INTO form_media (form_version_no, path, media_type, content_hash, content)
        VALUES (@FormVersionNo, @Path, @MediaType, @ContentHash, @Content)
        ON CONFLICT (form_version_no, path)
        DO UPDATE SET media_type = excluded.media_type, content_hash = excluded.content_hash, content = excluded.content
        """,
        media);

    /// <summary>A file of a form version; null when there is none.</summary>
    public Task<MediaRow?> Find(int formVersionNo, string path) => session.Find<MediaRow>(
        "SELECT form_version_no, path, media_type, content_hash, content FROM form_media WHERE form_version_no = @formVersionNo AND path = @path",
        new { formVersionNo, path });

    /// <summary>Paths of the files of a form version, in order.</summary>
    public Task<IReadOnlyList<string>> Paths(int formVersionNo) => session.List<string>(
        "SELECT path FROM form_media WHERE form_version_no = @formVersionNo ORDER BY path", new { formVersionNo });

    /// <summary>The files of a version by path.</summary>
    public Task<IReadOnlyList<MediaRow>> List(int formVersionNo) => session.List<MediaRow>(
        "SELECT form_version_no, path, media_type, content_hash, content FROM form_media WHERE form_version_no = @formVersionNo ORDER BY path",
        new { formVersionNo });
}
