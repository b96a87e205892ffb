using System.IO.Compression;
using System.Text.Json;
using Assessment.Data;

namespace Assessment.Api.Features.Bundles;

/// <summary>
/// What is carried between the main server and a classroom box. Rows are those of the database it was made in: their numbers
/// link the rows of one bundle and mean nothing elsewhere; ids link them to what is known at the other end.
/// </summary>
/// <param name="Program">Version of the program that made it.</param>
/// <param name="MadeAt">When.</param>
/// <param name="Agency">Whose it is.</param>
/// <param name="Material">Courses and forms; on the way home without their content.</param>
/// <param name="Classes">The classes.</param>
internal sealed record Bundle(
    string Program, DateTimeOffset MadeAt, AgencyRow Agency, CarriedMaterial Material, IReadOnlyList<CarriedClass> Classes)
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>What the box is known by; null on the way home.</summary>
    public BoxKeys? Box { get; init; }

    /// <summary>Hash of the newest entry of the box's audit, which the main server's audit then names; null on the way out.</summary>
    public string? AuditHead { get; init; }

    /// <summary>JSON, compressed.</summary>
    public byte[] Write()
    {
        using var buffer = new MemoryStream();
        using (var brotli = new BrotliStream(buffer, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(brotli, this, Shape);
        }

        return buffer.ToArray();
    }

    /// <summary>Null when the bytes are none of this program's bundles.</summary>
    public static Bundle? Read(byte[] content)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(content), CompressionMode.Decompress);
            using var document = JsonDocument.Parse(brotli, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return HoldsGap(document.RootElement) ? null : document.Deserialize<Bundle>(Shape);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether a list holds null, which the serializer lets through.</summary>
    private static bool HoldsGap(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.Null || HoldsGap(one)),
        JsonValueKind.Object => element.EnumerateObject().Any(member => HoldsGap(member.Value)),
        _ => false,
    };
}

/// <param name="Secret">What bundles on the way home are encrypted with.</param>
/// <param name="SigningKey">What they are signed with, PKCS #8.</param>
internal sealed record BoxKeys(byte[] Secret, byte[] SigningKey);

/// <summary>
/// What is given in classes. Owners are other agencies whose courses and instruments are among these, by name alone; studies are
/// titles, which the notice to participants names; waves have the agency's windows.
/// </summary>
internal sealed record CarriedMaterial(
    IReadOnlyList<AgencyRow> Owners,
    IReadOnlyList<CarriedCurriculum> Curricula,
    IReadOnlyList<CarriedCourse> Courses,
    IReadOnlyList<InstrumentRow> Instruments,
    IReadOnlyList<FormVersionRow> Forms,
    IReadOnlyList<ItemKeyRow> ItemKeys,
    IReadOnlyList<MediaRow> Media,
    IReadOnlyList<string> Studies,
    IReadOnlyList<WaveRow> Waves);

internal sealed record CarriedCurriculum(CurriculumRow Row, IReadOnlyList<ObjectiveRow> Objectives, IReadOnlyList<CurriculumElementRow> Elements);

internal sealed record CarriedCourse(CourseRow Row, IReadOnlyList<TopicMinutesRow> Topics);

/// <summary>
/// A class with its people and, on the way home, what they did. On the way out people come without names and without what is not
/// needed to let them in; on the way home with the names that were entered on the box.
/// </summary>
internal sealed record CarriedClass(
    DeliveryRow Delivery,
    IReadOnlyList<TopicMinutesRow> Topics,
    IReadOnlyList<ElementJudgementRow> Judgements,
    IReadOnlyList<ParticipantRow> People,
    IReadOnlyList<IdentityRow> Names,
    IReadOnlyList<EnrollmentRow> Enrollments,
    IReadOnlyList<AccommodationRow> Accommodations,
    IReadOnlyList<CarriedAdministration> Administrations,
    IReadOnlyList<ConsentRow> Consents,
    IReadOnlyList<NoticeRow> Notices)
{
    public IReadOnlyList<AttemptRow> Attempts { get; init; } = [];

    public IReadOnlyList<CarriedAnswerRow> Answers { get; init; } = [];

    public IReadOnlyList<CarriedAnswerRow> Events { get; init; } = [];

    /// <summary>The box's own scores: compared with what the main server computes, never taken.</summary>
    public IReadOnlyList<ScoreSheetRow> Sheets { get; init; } = [];

    /// <summary>Who rated written or observed responses; without keys, which are the box's own.</summary>
    public IReadOnlyList<RaterRow> Raters { get; init; } = [];

    public IReadOnlyList<AssignmentRow> Assignments { get; init; } = [];

    /// <summary>Ratings that stand and those that were corrected.</summary>
    public IReadOnlyList<RatingRow> Ratings { get; init; } = [];

    public IReadOnlyList<CarriedLevelRow> Levels { get; init; } = [];

    /// <summary>How many checklists about people after return to duty stay on the box.</summary>
    public int FollowUpsLeft { get; init; }
}

/// <summary>An administration with the numbers of its form versions, in the order they are dealt.</summary>
internal sealed record CarriedAdministration(AdministrationRow Row, IReadOnlyList<int> Forms);
