using System.Text;
using Assessment.Api.Features.Forms;
using Assessment.Data;
using Assessment.Interchange.Forms;

namespace Assessment.Api.Features.Bundles;

/// <summary>Where things of a bundle are here, by their numbers there.</summary>
internal sealed class MaterialNumbers
{
    public Dictionary<int, AgencyRow> Agencies { get; } = [];

    public Dictionary<int, CurriculumRow> Curricula { get; } = [];

    public Dictionary<int, CourseRow> Courses { get; } = [];

    public Dictionary<int, InstrumentRow> Instruments { get; } = [];

    public Dictionary<int, FormVersionRow> Forms { get; } = [];
}

/// <summary>Finds a bundle's courses and forms here by their ids; a box adds those it lacks, the main server names them as faults.</summary>
internal sealed class MaterialMerge(Session session, MergeTally tally, bool adds)
{
    private readonly MaterialNumbers here = new();

    public async Task<MaterialNumbers> RunAsync(AgencyRow agency, CarriedMaterial material)
    {
        foreach (var owner in material.Owners.Prepend(agency))
        {
            await MapAsync(here.Agencies, owner.AgencyId, "agency", $"agency {owner.AgencyUuid}", new AgencyStore(session).FindByUuid(owner.AgencyUuid), () => AddAsync(owner));
        }

        foreach (var curriculum in material.Curricula)
        {
            var row = curriculum.Row;
            await MapAsync(here.Curricula, row.CurriculumNo, "curriculum", $"curriculum {row.CurriculumId}", new CurriculumStore(session).Find(row.CurriculumId), () => AddAsync(curriculum));
        }

        foreach (var course in material.Courses)
        {
            var row = course.Row;
            await MapAsync(here.Courses, row.CourseNo, "course", $"course {row.CourseId}", new CourseStore(session).Find(row.CourseId), () => AddAsync(course));
        }

        foreach (var row in material.Instruments)
        {
            var mine = tally.Find(here.Agencies, agency.AgencyId, $"instrument {row.InstrumentId}", "an agency");
            var found = mine is null ? Task.FromResult<InstrumentRow?>(null) : new InstrumentStore(session).FindVisible(mine.AgencyId, row.InstrumentId);
            await MapAsync(here.Instruments, row.InstrumentNo, "instrument", $"instrument {row.InstrumentId}", found, () => AddAsync(row));
        }

        foreach (var form in material.Forms)
        {
            await MapFormAsync(form, material);
        }

        return here;
    }

    private async Task MapAsync<T>(Dictionary<int, T> numbers, int number, string noun, string where, Task<T?> finding, Func<Task<T?>> add)
        where T : class
    {
        if (await finding is { } found)
        {
            numbers[number] = found;
        }
        else if (!adds)
        {
            tally.Fault(where, $"This {noun} is not here.");
        }
        else if (await add() is { } added)
        {
            numbers[number] = added;
            tally.Added(noun);
        }
    }

    private async Task<AgencyRow?> AddAsync(AgencyRow row) => row with { AgencyId = await new AgencyStore(session).Add(row) };

    private async Task<CurriculumRow?> AddAsync(CarriedCurriculum curriculum) => curriculum.Row with
    {
        CurriculumNo = await new CurriculumStore(session).Add(curriculum.Row, curriculum.Objectives, curriculum.Elements),
    };

    private async Task<CourseRow?> AddAsync(CarriedCourse course)
    {
        var row = course.Row;
        var where = $"course {row.CourseId}";
        if (tally.Find(here.Agencies, row.OwnerAgencyId, where, "an agency") is not { } owner || !TryCurriculum(row.CurriculumNo, where, out var curriculum))
        {
            return null;
        }

        var mapped = row with { OwnerAgencyId = owner.AgencyId, CurriculumNo = curriculum };
        return mapped with { CourseNo = await new CourseStore(session).Add(mapped, course.Topics) };
    }

    private async Task<InstrumentRow?> AddAsync(InstrumentRow row)
    {
        var where = $"instrument {row.InstrumentId}";
        if (tally.Find(here.Agencies, row.OwnerAgencyId, where, "an agency") is not { } owner || !TryCurriculum(row.CurriculumNo, where, out var curriculum))
        {
            return null;
        }

        var mapped = row with { OwnerAgencyId = owner.AgencyId, CurriculumNo = curriculum };
        return mapped with { InstrumentNo = await new InstrumentStore(session).Add(mapped) };
    }

    private bool TryCurriculum(int? number, string where, out int? found)
    {
        found = number is { } no ? tally.Find(here.Curricula, no, where, "a curriculum")?.CurriculumNo : null;
        return found is not null || number is null;
    }

    private async Task MapFormAsync(FormVersionRow form, CarriedMaterial material)
    {
        var where = $"form {form.FormId}, version {form.Version}";
        if (tally.Find(here.Instruments, form.InstrumentNo, where, "an instrument") is not { } instrument)
        {
            return;
        }

        await MapAsync(
            here.Forms, form.FormVersionNo, "form", where,
            new FormStore(session).FindPublished(instrument.OwnerAgencyId, form.FormId, form.Version),
            () => AddAsync(form, instrument, where));
        if (!here.Forms.TryGetValue(form.FormVersionNo, out var found))
        {
            return;
        }

        if (found.ContentHash != form.ContentHash)
        {
            tally.Fault(where, "Its content is another one here.");
        }
        else if (adds)
        {
            await AddPartsAsync(form.FormVersionNo, found.FormVersionNo, material);
        }
    }

    /// <summary>The items are read from the content anew, as at an import of the form file.</summary>
    private async Task<FormVersionRow?> AddAsync(FormVersionRow form, InstrumentRow instrument, string where)
    {
        var read = FormJson.Read(Encoding.UTF8.GetBytes(form.Content));
        if (read.IsRefused || form.PublishedAt is not { } published)
        {
            tally.Fault(where, "Its content is no published form.");
            return null;
        }

        var draft = FormDrafts.Of(read.Value, instrument.InstrumentNo, form.SavedAt) with { FormId = form.FormId };
        return form with
        {
            FormVersionNo = await new FormStore(session).AddPublished(draft, form.Version, published),
            ContentHash = draft.ContentHash,
            InstrumentNo = instrument.InstrumentNo,
        };
    }

    /// <summary>Pictures, and keys that were made after publication.</summary>
    private async Task AddPartsAsync(int there, int number, CarriedMaterial material)
    {
        foreach (var media in material.Media.Where(row => row.FormVersionNo == there))
        {
            await new MediaStore(session).Put(media with { FormVersionNo = number });
        }

        var known = (await new ItemKeyStore(session).List(number)).Select(key => (key.ItemNo, key.KeyVersion)).ToHashSet();
        foreach (var key in material.ItemKeys.Where(row => row.FormVersionNo == there && !known.Contains((row.ItemNo, row.KeyVersion))))
        {
            await new ItemKeyStore(session).Add(key with { FormVersionNo = number });
        }
    }
}
