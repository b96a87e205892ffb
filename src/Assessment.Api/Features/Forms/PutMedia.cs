using System.Security.Cryptography;
using System.Text;
using Assessment.Api.Auditing;
using Assessment.Api.Hosting;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Assessment.Interchange.Forms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Forms;

/// <summary>Takes a picture, a video or captions that a draft names.</summary>
internal static class PutMedia
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/api/forms/{formId:guid}/media/{**path}", Handle)
        .Accepts<byte[]>("application/octet-stream").WithMetadata(new UploadAttribute())
        .RequireStaff(Role.AgencyAdmin).WithTags("Forms")
        .WithSummary("Uploads a file that the draft names, under the path that it names it by.");

    [Audited("put.media")]
    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid formId, string path, HttpRequest file, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var put = await PutAsync(formId, path, await Upload.ReadAsync(file, stop), staff, database, clock.GetUtcNow(), stop);
        return put.IsRefused ? put.Refusal!.ToProblem() : TypedResults.NoContent();
    }

    internal static Task<Result<bool>> PutAsync(
        Guid formId, string path, byte[] content, Staff staff, Database database, DateTimeOffset now, CancellationToken stop) =>
        database.WriteAsync(async session =>
        {
            if (await new FormStore(session).FindVisible(staff.AgencyId, formId) is not { } form
                || (await new InstrumentStore(session).Find(form.InstrumentNo))!.OwnerAgencyId != staff.AgencyId)
            {
                return Refusals.NotFound.Because("There is no form with this id that this agency owns.");
            }

            if (Fault(form, path, content) is { } refusal)
            {
                return refusal;
            }

            await new MediaStore(session).Put(new MediaRow
            {
                FormVersionNo = form.FormVersionNo,
                Path = path,
                MediaType = MediaFiles.TypeOf(path)!,
                ContentHash = Convert.ToHexStringLower(SHA256.HashData(content)),
                Content = content,
            });
            await Audit.RecordAsync(session, staff, "put.media", formId, now);
            return (Result<bool>)true;
        }, stop);

    private static Refusal? Fault(FormVersionRow form, string path, byte[] content)
    {
        if (form.PublishedAt is not null)
        {
            return Refusals.FormFrozen.Because("The files of a published version are frozen with it; import a new draft.");
        }

        if (!MediaFiles.Of(FormJson.Read(Encoding.UTF8.GetBytes(form.Content)).Value).Contains(path))
        {
            return Refusals.FormInvalid.Because("The draft names no file by this path.");
        }

        return MediaFiles.TypeOf(path) is null || content.Length == 0
            ? Refusals.FormInvalid.Because($"A file is not empty and ends in one of {MediaFiles.Known}.")
            : null;
    }
}
