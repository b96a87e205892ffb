using Assessment.Api.Features.Layout;
using Assessment.Api.Hosting;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Forms;

/// <summary>A test that the agency may give, with the versions of its forms.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Versions">Of each form the newest version, of another agency's the published ones.</param>
/// <param name="IsOwn">Whether the agency may change it.</param>
/// <param name="Missing">Pictures, videos and captions that a draft of its own still lacks, by form.</param>
public sealed record GivableTest(
    InstrumentRow Instrument, IReadOnlyList<FormVersionRow> Versions, bool IsOwn, ILookup<Guid, string> Missing);

/// <summary>An administrator's tests: upload a form file, publish it.</summary>
[StaffPage(Role.AgencyAdmin), Upload]
public sealed class FormsModel : UseCasePage
{
    public IReadOnlyList<GivableTest> Tests { get; private set; } = [];

    /// <summary>What was done.</summary>
    public string? Done { get; private set; }

    public Task OnGetAsync(CancellationToken stop) => ListAsync(stop);

    public async Task<IActionResult> OnPostUploadAsync(IFormFile? file, CancellationToken stop)
    {
        var bytes = file is null ? [] : await Upload.ReadAsync(file, stop);
        var saved = await ImportForm.SaveAsync(bytes, shared: false, Staff, Database, Clock.GetUtcNow(), stop);
        if (saved.IsRefused)
        {
            Refuse(saved.Refusal!);
        }
        else
        {
            Done = Text["The draft has {0} items and {1:0.##} points. Publish it to give it.", saved.Value.Items, saved.Value.MaxPoints];
        }

        await ListAsync(stop);
        return Page();
    }

    /// <summary>Takes files that a draft lacks. A browser tells a file's name without its folders, and by that name it finds its place.</summary>
    public async Task<IActionResult> OnPostFilesAsync(Guid form, List<IFormFile> files, CancellationToken stop)
    {
        await ListAsync(stop);
        var missing = Tests.SelectMany(test => test.Missing[form]).ToLookup(path => path[(path.LastIndexOf('/') + 1)..]);
        var taken = 0;
        foreach (var file in files)
        {
            var name = Path.GetFileName(file.FileName);
            if (missing[name].ToList() is not [var path])
            {
                Refuse(Refusals.FormInvalid.Because($"The draft lacks no file by this name, or several: {name}."));
            }
            else if (await PutMedia.PutAsync(form, path, await Upload.ReadAsync(file, stop), Staff, Database, Clock.GetUtcNow(), stop) is { IsRefused: true } put)
            {
                Refuse(put.Refusal!);
            }
            else
            {
                taken++;
            }
        }

        if (taken > 0) Done = Text["Files taken: {0}.", taken];
        await ListAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostPublishAsync(Guid form, CancellationToken stop)
    {
        if (Took(await PublishForm.Handle(form, Staff, Database, Clock, stop), out PublishForm.Answer published))
        {
            Done = Text["Version {0} is published and may be given.", published.Version];
        }

        await ListAsync(stop);
        return Page();
    }

    private async Task ListAsync(CancellationToken stop) => Tests = await Database.ReadAsync<IReadOnlyList<GivableTest>>(
        async session =>
        {
            var tests = new List<GivableTest>();
            foreach (var instrument in await new InstrumentStore(session).ListVisible(Staff.AgencyId))
            {
                var own = instrument.OwnerAgencyId == Staff.AgencyId;
                var forms = new FormStore(session);
                var versions = own ? await forms.ListVersions(instrument.InstrumentNo) : await forms.Published(instrument.InstrumentNo);
                var newest = versions.GroupBy(version => version.FormId).Select(same => same.MaxBy(version => version.Version)!).ToList();
                var missing = new List<(Guid Form, string Path)>();
                foreach (var draft in newest.Where(version => own && version.PublishedAt is null))
                {
                    missing.AddRange((await MediaFiles.MissingAsync(session, draft)).Select(path => (draft.FormId, path)));
                }

                tests.Add(new GivableTest(instrument, newest, own, missing.ToLookup(one => one.Form, one => one.Path)));
            }

            return [.. tests.Where(test => test.Versions.Count > 0)];
        },
        stop);
}
