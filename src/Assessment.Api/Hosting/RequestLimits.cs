namespace Assessment.Api.Hosting;

/// <summary>How much a request may bring. Section "Requests".</summary>
internal sealed class RequestLimits
{
    public const string Section = "Requests";

    /// <summary>Largest body of an ordinary request, in kibibytes.</summary>
    public int MaxBodyKibibytes { get; set; } = 64;

    /// <summary>Largest body of an upload (form, roster), in kibibytes.</summary>
    public int MaxUploadKibibytes { get; set; } = 4096;

    public bool Valid => MaxBodyKibibytes is >= 4 and <= 1024 && MaxUploadKibibytes is >= 64 and <= 65536;
}
