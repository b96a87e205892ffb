namespace Assessment.Data;

/// <summary>A provider's version of a curriculum.</summary>
public sealed record CourseRow
{
    /// <summary>Number inside; given by the store.</summary>
    public int CourseNo { get; init; }

    /// <summary>Random id at the border.</summary>
    public Guid CourseId { get; init; }

    /// <summary>Agency that keeps the entry.</summary>
    public int OwnerAgencyId { get; init; }

    /// <summary>Curriculum it follows; null when none is named.</summary>
    public int? CurriculumNo { get; init; }

    /// <summary>Name as given to participants.</summary>
    public string Title { get; init; } = "";

    /// <summary>Entity that offers it.</summary>
    public string Provider { get; init; } = "";

    /// <summary>in-person, online or blended.</summary>
    public string Mode { get; init; } = "";

    /// <summary>Planned length, minutes.</summary>
    public int Minutes { get; init; }

    /// <summary>Of these in scenario-based exercises.</summary>
    public int ScenarioMinutes { get; init; }

    /// <summary>Continuing education rather than a first course.</summary>
    public bool Refresher { get; init; }
}

/// <summary>Minutes that a course or delivery gives to a topic.</summary>
public sealed record TopicMinutesRow
{
    /// <summary>Code of the topic.</summary>
    public string TopicCode { get; init; } = "";

    /// <summary>Minutes on it.</summary>
    public int Minutes { get; init; }
}

/// <summary>A line of a course's certification history.</summary>
public sealed record CertificationRow
{
    /// <summary>The course.</summary>
    public int CourseNo { get; init; }

    /// <summary>Order of the entries, from 1; given by the store.</summary>
    public int CertificationNo { get; init; }

    /// <summary>none, submitted, certified, equivalent-claimed or terminated.</summary>
    public string Status { get; init; } = "";

    /// <summary>First day of the status.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>What it rests on.</summary>
    public string? Basis { get; init; }

    /// <summary>Reference of the letter or list.</summary>
    public string? Evidence { get; init; }
}

/// <summary>Courses, their topics and certification; shared by all agencies.</summary>
public sealed class CourseStore(Session session)
{
    private const string Courses =
        """
        SELECT course_no, course_id, owner_agency_id, curriculum_no, title, provider, mode, minutes, scenario_minutes, refresher
        FROM course

        """;

    /// <summary>Adds a course with its topics and answers its number.</summary>
    public async Task<int> Add(CourseRow course, IEnumerable<TopicMinutesRow> topics)
    {
        ArgumentNullException.ThrowIfNull(course);
        var courseNo = await session.NextNumber(0, "course");
        await session.Execute(
            """
            INSERT INTO course (course_no, course_id, owner_agency_id, curriculum_no, title, provider, mode, minutes, scenario_minutes, refresher)
            VALUES (@CourseNo, @CourseId, @OwnerAgencyId, @CurriculumNo, @Title, @Provider, @Mode, @Minutes, @ScenarioMinutes, @Refresher)
            """,
            course with { CourseNo = courseNo });
        await session.Execute(
            "INSERT INTO course_topic (course_no, topic_code, minutes) VALUES (@courseNo, @TopicCode, @Minutes)",
            topics.Select(topic => new { courseNo, topic.TopicCode, topic.Minutes }).ToList());
        return courseNo;
    }

    /// <summary>The course with this id.</summary>
    public Task<CourseRow?> Find(Guid courseId) =>
        session.Find<CourseRow>(Courses + "WHERE course_id = @courseId", new { courseId });

    /// <summary>The course with this number, which a delivery names.</summary>
    public Task<CourseRow> Find(int courseNo) =>
        session.Value<CourseRow>(Courses + "WHERE course_no = @courseNo", new { courseNo });

    /// <summary>All courses by number.</summary>
    public Task<IReadOnlyList<CourseRow>> List() => session.List<CourseRow>(Courses + "ORDER BY course_no");

    /// <summary>Topics of a course with their planned minutes.</summary>
    public Task<IReadOnlyList<TopicMinutesRow>> Topics(int courseNo) => session.List<TopicMinutesRow>(
        "SELECT topic_code, minutes FROM course_topic WHERE course_no = @courseNo ORDER BY topic_code",
        new { courseNo });

    /// <summary>Adds a line to the certification history and answers its number.</summary>
    public async Task<int> Certify(CertificationRow certification)
    {
        ArgumentNullException.ThrowIfNull(certification);
        var certificationNo = await session.NextNumber(0, "course_certification");
        await session.Execute(
            """
            INSERT INTO course_certification (course_no, certification_no, status, valid_from, valid_to, basis, evidence)
            VALUES (@CourseNo, @CertificationNo, @Status, @ValidFrom, @ValidTo, @Basis, @Evidence)
            """,
            certification with { CertificationNo = certificationNo });
        return certificationNo;
    }

    /// <summary>Certification history of a course, oldest first.</summary>
    public Task<IReadOnlyList<CertificationRow>> Certifications(int courseNo) => session.List<CertificationRow>(
        """
        SELECT course_no, certification_no, status, valid_from, valid_to, basis, evidence
        FROM course_certification WHERE course_no = @courseNo ORDER BY valid_from, certification_no
        """,
        new { courseNo });
}
