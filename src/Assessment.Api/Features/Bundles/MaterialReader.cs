using Assessment.Data;

namespace Assessment.Api.Features.Bundles;

/// <summary>Reads what is given in classes of an agency.</summary>
internal sealed class MaterialReader(Session session, AgencyRow agency)
{
    /// <summary>All that the agency may give: the trainer may open another test, or another class, where there is no network.</summary>
    public async Task<CarriedMaterial> WholeAsync(IReadOnlyList<CarriedClass> classes)
    {
        var courses = await CoursesAsync(course => course.OwnerAgencyId == agency.AgencyId || IsGiven(classes, course));
        var instruments = await new InstrumentStore(session).ListVisible(agency.AgencyId);
        var forms = await FormsAsync(instruments, classes);
        var curricula = courses.Select(course => course.Row.CurriculumNo).Concat(instruments.Select(one => one.CurriculumNo)).OfType<int>().Distinct();
        return new CarriedMaterial(
            await OwnersAsync(courses, instruments),
            await EachAsync(curricula, CurriculumAsync),
            courses,
            instruments,
            forms,
            [.. (await EachAsync(forms, form => new ItemKeyStore(session).List(form.FormVersionNo))).SelectMany(keys => keys)],
            [.. (await EachAsync(forms, form => new MediaStore(session).List(form.FormVersionNo))).SelectMany(media => media)],
            await new StudyStore(session).TitlesOfMember(agency.AgencyId),
            await new WaveStore(session).List(agency.AgencyId));
    }

    /// <summary>What the classes name, without content: the main server has it.</summary>
    public async Task<CarriedMaterial> NamesAsync(IReadOnlyList<CarriedClass> classes)
    {
        var forms = await GivenAsync(classes);
        var instruments = await EachAsync(
            classes.SelectMany(one => one.Administrations).Select(one => one.Row.InstrumentNo).Distinct(),
            async no => (await new InstrumentStore(session).Find(no))!);
        var courses = await CoursesAsync(course => IsGiven(classes, course));
        return new CarriedMaterial(
            await OwnersAsync(courses, instruments),
            await EachAsync(courses.Select(course => course.Row.CurriculumNo).OfType<int>().Distinct(), CurriculumAsync),
            courses,
            instruments,
            [.. forms.Select(form => form with { Content = "" })],
            [], [], [], []);
    }

    private static bool IsGiven(IReadOnlyList<CarriedClass> classes, CourseRow course) => classes.Any(one => one.Delivery.CourseNo == course.CourseNo);

    private async Task<IReadOnlyList<CarriedCourse>> CoursesAsync(Func<CourseRow, bool> which)
    {
        var store = new CourseStore(session);
        return await EachAsync((await store.List()).Where(which), async course => new CarriedCourse(course, await store.Topics(course.CourseNo)));
    }

    private async Task<CarriedCurriculum> CurriculumAsync(int curriculumNo)
    {
        var store = new CurriculumStore(session);
        return new CarriedCurriculum(await store.Find(curriculumNo), await store.Objectives(curriculumNo), await store.Elements(curriculumNo));
    }

    /// <summary>The newest published version of each form, and the versions that were opened already.</summary>
    private async Task<IReadOnlyList<FormVersionRow>> FormsAsync(IReadOnlyList<InstrumentRow> instruments, IReadOnlyList<CarriedClass> classes)
    {
        var newest = await EachAsync(instruments, one => new FormStore(session).Published(one.InstrumentNo));
        return [.. newest.SelectMany(forms => forms).Concat(await GivenAsync(classes)).DistinctBy(form => form.FormVersionNo)];
    }

    private Task<IReadOnlyList<FormVersionRow>> GivenAsync(IReadOnlyList<CarriedClass> classes) => EachAsync(
        classes.SelectMany(one => one.Administrations).SelectMany(one => one.Forms).Distinct(),
        async no => (await new FormStore(session).FindVersion(no))!);

    private async Task<IReadOnlyList<AgencyRow>> OwnersAsync(IReadOnlyList<CarriedCourse> courses, IReadOnlyList<InstrumentRow> instruments)
    {
        var others = courses.Select(course => course.Row.OwnerAgencyId).Concat(instruments.Select(one => one.OwnerAgencyId))
            .Where(owner => owner != agency.AgencyId).Distinct();
        return await EachAsync(others, async no =>
        {
            var owner = (await new AgencyStore(session).Find(no))!;
            return new AgencyRow
            {
                AgencyId = owner.AgencyId, AgencyUuid = owner.AgencyUuid, Name = owner.Name, Kind = owner.Kind,
                TimeZone = owner.TimeZone, IdentityMode = owner.IdentityMode, CreatedAt = owner.CreatedAt,
            };
        });
    }

    private static async Task<IReadOnlyList<TOut>> EachAsync<TIn, TOut>(IEnumerable<TIn> all, Func<TIn, Task<TOut>> read)
    {
        var list = new List<TOut>();
        foreach (var one in all)
        {
            list.Add(await read(one));
        }

        return list;
    }
}
