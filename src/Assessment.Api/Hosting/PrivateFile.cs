namespace Assessment.Api.Hosting;

/// <summary>Files that hold secrets: only their owner may read and write them (mode 0600 where there are modes).</summary>
internal static class PrivateFile
{
    /// <summary>Writes a file anew, private from its first byte on.</summary>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(path, options);
        await file.WriteAsync(content, stop);
    }
}
