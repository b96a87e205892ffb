using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using Assessment.Api.Features.Samples;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Delivery;

namespace Assessment.Benchmarks.Gains;

/// <summary>What a generated study consists of.</summary>
internal sealed record StudySize(int Agencies, int ClassesPerAgency, int PeoplePerClass)
{
    /// <summary>Agencies of the sample study have the numbers below.</summary>
    public const int FirstAgency = 1001;

    public IReadOnlyList<int> AgencyNumbers => [.. Enumerable.Range(FirstAgency, Agencies)];
}

/// <summary>What the rows point at: a course, and the parallel forms with their instrument.</summary>
internal sealed record StudyFrame(int CourseNo, int InstrumentNo, IReadOnlyList<int> FormVersions, int Items);

/// <summary>
/// Writes classes, people, attempts, score sheets and consents of three waves straight into the tables, from a seed.
/// Ability is normal, every wave shifts it, and an item is right with a logistic chance.
/// </summary>
internal sealed class StudyGenerator(Session session, StudyFrame frame, StudySize size)
{
    private const int Waves = 3;
    private const string Day = "2026-03-02", Then = "2026-03-02T09:00:00.000000Z";
    private static readonly double[] Shift = [0, 0.8, 0.6];
    private readonly Pcg32 random = new(20261125, 1);
    private readonly Dictionary<string, DbCommand> commands = [];

    public void Write()
    {
        Insert("study", "0, 1, {0}, 'Large study', 'C', '-', '-', {1}", "(agency_id, study_no, study_id, title, design_class, outcomes, plan, created_at)", Id(), Then);
        foreach (var agency in size.AgencyNumbers) WriteAgency(agency);
        foreach (var command in commands.Values) command.Dispose();
    }

    private void WriteAgency(int agency)
    {
        Insert(
            "agency", "{0}, {1}, 'Agency', 'law-enforcement', 'municipal', 'OH', 'UTC', 'none', {2}",
            "(agency_id, agency_uuid, name, kind, government_type, state_code, time_zone, identity_mode, created_at)", agency, Id(), Then);
        Insert("study_agency", "0, 1, {0}, {1}", "(agency_id, study_no, member_agency_id, joined_on)", agency, Day);
        for (var one = 1; one <= size.ClassesPerAgency; one++) WriteClass(agency, one);
    }

    private void WriteClass(int agency, int delivery)
    {
        Insert(
            "delivery", "{0}, {1}, {2}, {3}, 'Class', {4}, {4}, 'in-person', {5}",
            "(agency_id, delivery_no, delivery_id, course_no, title, starts_on, ends_on, mode, created_at)",
            agency, delivery, Id(), frame.CourseNo, Day, Then);
        for (var wave = 0; wave < Waves; wave++)
        {
            Insert(
                "administration", "{0}, {1}, {2}, {3}, {4}, {5}, {6}, {6}, 1, 'alternate', 0",
                "(agency_id, administration_no, administration_id, delivery_no, instrument_no, wave, opened_at, started_at, attempts_allowed, assignment, seed)",
                agency, Administration(delivery, wave), Id(), delivery, frame.InstrumentNo, Wave.All[wave].Code, Then);
        }

        for (var position = 0; position < size.PeoplePerClass; position++) WritePerson(agency, delivery, position);
    }

    private void WritePerson(int agency, int delivery, int position)
    {
        var participant = ((delivery - 1) * size.PeoplePerClass) + position + 1;
        Insert(
            "participant", "{0}, {1}, {2}, {3}, {4}, {5}, {6}",
            "(agency_id, participant_no, participant_id, study_code, kind, roster_token_hash, created_at)",
            agency, participant, Id(), Id(), random.Chance(0.05) ? "cmhp-employee" : "officer", Bytes(32), Then);
        Insert(
            "enrollment", "{0}, {1}, {2}, {3}, 'grant', 0",
            "(agency_id, delivery_no, participant_no, position, funding_source, overtime)", agency, delivery, participant, position);
        var ability = random.Normal(0.4, 1);
        for (var wave = 0; wave < Waves; wave++)
        {
            Insert(
                "consent", "{0}, {1}, {2}, 1, {3}, '2026-11', {4}",
                "(agency_id, participant_no, wave, decision_no, decision, text_version, decided_at)",
                agency, participant, Wave.All[wave].Code, random.Chance(0.03) ? "refused" : "granted", Then);
            WriteAttempt(agency, delivery, participant, wave, frame.FormVersions[(position + wave) % frame.FormVersions.Count], ability + Shift[wave]);
        }
    }

    private void WriteAttempt(int agency, int delivery, int participant, int wave, int form, double ability)
    {
        var attempt = ((participant - 1) * Waves) + wave + 1;
        Insert(
            "attempt", "{0}, {1}, {2}, {3}, {4}, {5}, {6}, 1, 0, {7}, 0, 0, {7}, 'participant', 'AAAA-BBBB'",
            "(agency_id, attempt_no, attempt_id, administration_no, delivery_no, participant_no, form_version_no, ordinal, seed, "
            + "started_at, extra_minutes, outlives, submitted_at, ended_by, receipt)",
            agency, attempt, Id(), Administration(delivery, wave), delivery, participant, form, Then);
        var (points, scores) = Sheet(ability);
        Insert(
            "score_sheet", "{0}, {1}, {2}, {3}, {4}, {5}, 1, {6}, {7}",
            "(agency_id, attempt_no, form_version_no, delivery_no, participant_no, wave_ordinal, attempt_ordinal, points, scores)",
            agency, attempt, form, delivery, participant, wave, points, scores);
    }

    private (int Points, byte[] Scores) Sheet(double ability)
    {
        var (points, scores) = (0, new byte[frame.Items * sizeof(int)]);
        for (var item = 0; item < frame.Items; item++)
        {
            var difficulty = (item % 7 * 0.4) - 1.2;
            var ticks = random.Chance(1 / (1 + Math.Exp(difficulty - ability))) ? Points.TicksPerPoint : 0;
            BinaryPrimitives.WriteInt32LittleEndian(scores.AsSpan(item * sizeof(int)), ticks);
            points += ticks;
        }

        return (points, scores);
    }

    private static int Administration(int delivery, int wave) => ((delivery - 1) * Waves) + wave + 1;

    private string Id() => new Guid(Bytes(16)).ToString("D");

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i += sizeof(uint)) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i), random.Next());
        return bytes;
    }

    /// <summary>Inserts a row; <c>{0}</c> and so on in the values stand for the arguments. One prepared command per table.</summary>
    private void Insert(string table, string values, string columns, params ReadOnlySpan<object> arguments)
    {
        if (!commands.TryGetValue(table, out var command))
        {
            var names = Enumerable.Range(0, arguments.Length).Select(i => (object)$"@p{i}").ToArray();
            command = session.Connection.CreateCommand();
            command.Transaction = session.Transaction;
            command.CommandText = $"INSERT INTO {table} {columns} VALUES ({string.Format(CultureInfo.InvariantCulture, values, names)})";
            foreach (var name in names)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = (string)name;
                command.Parameters.Add(parameter);
            }

            commands.Add(table, command);
        }

        for (var i = 0; i < arguments.Length; i++) command.Parameters[i].Value = arguments[i];
        command.ExecuteNonQuery();
    }
}
