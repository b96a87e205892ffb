namespace Assessment.Data;

/// <summary>A content standard.</summary>
public sealed record CurriculumRow
{
    /// <summary>Number inside, given by <see cref="CurriculumStore.Add"/>.</summary>
    public int CurriculumNo { get; init; }

    /// <summary>Id at the border.</summary>
    public Guid CurriculumId { get; init; }

    /// <summary>Full name.</summary>
    public string Title { get; init; } = "";

    /// <summary>Edition.</summary>
    public string Version { get; init; } = "";

    /// <summary>draft, in-force or withdrawn.</summary>
    public string Status { get; init; } = "";
}

/// <summary>A learning objective.</summary>
public sealed record ObjectiveRow
{
    /// <summary>Code, such as "DE_ALT.2".</summary>
    public string Code { get; init; } = "";

    /// <summary>Topic of the Act.</summary>
    public string TopicCode { get; init; } = "";

    /// <summary>In words.</summary>
    public string Meaning { get; init; } = "";
}

/// <summary>An element that every delivery is required to give.</summary>
public sealed record CurriculumElementRow
{
    /// <summary>Number within the curriculum.</summary>
    public int ElementNo { get; init; }

    /// <summary>Code of <c>curriculum_element.kind</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Topic of the Act; null for all.</summary>
    public string? TopicCode { get; init; }

    /// <summary>In words.</summary>
    public string Meaning { get; init; } = "";
}

/// <summary>Curricula with objectives and required elements.</summary>
public sealed class CurriculumStore(Session session)
{
    private const string Curricula = "SELECT curriculum_no, curriculum_id, title, version, status FROM curriculum ";

    /// <summary>Adds a curriculum; answers its number.</summary>
    public async Task<int> Add(CurriculumRow curriculum, IEnumerable<ObjectiveRow> objectives, IEnumerable<CurriculumElementRow> elements)
    {
        ArgumentNullException.ThrowIfNull(curriculum);
        var curriculumNo = await session.NextNumber(0, "curriculum");
        await session.Execute(
            """
            INSERT INTO curriculum (curriculum_no, curriculum_id, title, version, status)
            VALUES (@CurriculumNo, @CurriculumId, @Title, @Version, @Status)
            """,
            curriculum with { CurriculumNo = curriculumNo });
        await session.Execute(
            "INSERT INTO objective (curriculum_no, code, topic_code, meaning) VALUES (@curriculumNo, @Code, @TopicCode, @Meaning)",
            objectives.Select(objective => new { curriculumNo, objective.Code, objective.TopicCode, objective.Meaning }).ToList());
        await session.Execute(
            """
            INSERT INTO curriculum_element (curriculum_no, element_no, kind, topic_code, meaning)
            VALUES (@curriculumNo, @ElementNo, @Kind, @TopicCode, @Meaning)
            """,
            elements.Select(element => new { curriculumNo, element.ElementNo, element.Kind, element.TopicCode, element.Meaning }).ToList());
        return curriculumNo;
    }

    /// <summary>The elements that a curriculum requires, in the order of the checklist.</summary>
    public Task<IReadOnlyList<CurriculumElementRow>> Elements(int curriculumNo) => session.List<CurriculumElementRow>(
        "SELECT element_no, kind, topic_code, meaning FROM curriculum_element WHERE curriculum_no = @curriculumNo ORDER BY element_no",
        new { curriculumNo });

    /// <summary>The curriculum with this id.</summary>
    public Task<CurriculumRow?> Find(Guid curriculumId) =>
        session.Find<CurriculumRow>(Curricula + "WHERE curriculum_id = @curriculumId", new { curriculumId });

    /// <summary>The curriculum with this number.</summary>
    public Task<CurriculumRow> Find(int curriculumNo) =>
        session.Value<CurriculumRow>(Curricula + "WHERE curriculum_no = @curriculumNo", new { curriculumNo });

    /// <summary>The learning objectives of a curriculum by code.</summary>
    public Task<IReadOnlyList<ObjectiveRow>> Objectives(int curriculumNo) => session.List<ObjectiveRow>(
        "SELECT code, topic_code, meaning FROM objective WHERE curriculum_no = @curriculumNo ORDER BY code", new { curriculumNo });

    /// <summary>
    /// The learning objectives that items of a class's test can name, in words by code: those of the instrument's curriculum, else
    /// of the course's. Empty when there is none.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>> Meanings(int agencyId, int deliveryNo, InstrumentRow instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        var course = await new CourseStore(session).Find((await new DeliveryStore(session).Find(agencyId, deliveryNo)).CourseNo);
        return (instrument.CurriculumNo ?? course.CurriculumNo) is { } curriculum
            ? (await Objectives(curriculum)).ToDictionary(objective => objective.Code, objective => objective.Meaning)
            : new Dictionary<string, string>();
    }
}
