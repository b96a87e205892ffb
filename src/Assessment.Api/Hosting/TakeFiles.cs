using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace Assessment.Api.Hosting;

/// <summary>
/// The script of the test page under an address that holds the hash of its files: all files of a page are of one version, whenever
/// the server was updated, and a browser that has them never asks again.
/// </summary>
internal sealed class TakeFiles
{
    private const string Folder = "take-files";

    private readonly string folder;

    public TakeFiles(IWebHostEnvironment environment)
    {
        folder = Path.Combine(environment.WebRootPath, Folder);
        Files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToList();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files)
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        Root = $"/{Folder}/{Convert.ToHexStringLower(hash.GetHashAndReset())[..16]}";
    }

    private IReadOnlyList<string> Files { get; }

    private string Root { get; }

    /// <summary>The module that the page starts with.</summary>
    public string Start => $"{Root}/take.js";

    /// <summary>The module of the page where the six letters are entered.</summary>
    public string Door => $"{Root}/door.js";

    /// <summary>The module of the page where people wait for the start.</summary>
    public string Wait => $"{Root}/wait.js";

    /// <summary>The addresses of the test page's modules, so that it asks for them at once instead of one after the other.</summary>
    public IEnumerable<string> Modules => Files.Select(file => $"{Root}/{Path.GetFileName(file)}").Where(module => module != Door && module != Wait);

    /// <summary>
    /// Serves the files, and compresses what the first load of a test needs. Pages that repeat what somebody else could have put into
    /// an address are not compressed: their length would tell of the secrets beside it.
    /// </summary>
    public static void Use(WebApplication app)
    {
        var files = app.Services.GetRequiredService<TakeFiles>();
        app.UseWhen(context => IsFirstLoad(context.Request.Path), branch => branch.UseResponseCompression());
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = files.Root,
            FileProvider = new PhysicalFileProvider(files.folder),
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
        });
    }

    private static bool IsFirstLoad(PathString path) =>
        path.StartsWithSegments($"/{Folder}", StringComparison.Ordinal)
        || path.Value is "/take/test" or "/site.css" or "/take.css" or "/take-worker.js" or "/favicon.svg";
}
