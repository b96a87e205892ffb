using System.Data.Common;

namespace Assessment.Data;

/// <summary>Takes one score sheet of a stream. The bytes hold only during the call.</summary>
/// <param name="agencyId">The agency.</param>
/// <param name="deliveryNo">The delivery.</param>
/// <param name="participantNo">The participant.</param>
/// <param name="waveOrdinal">Order of the wave, from 0.</param>
/// <param name="formVersionNo">The form given.</param>
/// <param name="packed">Ticks per item; read with <see cref="ScoreSheet.Ticks"/>.</param>
public delegate void ScoreSheetVisitor(
    int agencyId, int deliveryNo, int participantNo, int waveOrdinal, int formVersionNo, ReadOnlySpan<byte> packed);

/// <summary>
/// Streams of score sheets for analyses: no row object, no Dapper, ascending by agency, delivery, participant, wave and form
/// version, which is the order they are kept in. Names are out of reach here.
/// </summary>
public sealed class ScoreQueries(Session session)
{
    /// <summary>Every sheet of an instrument in the agencies of a study; answers how many.</summary>
    public int StreamStudy(int hostAgencyId, int studyNo, int instrumentNo, ScoreSheetVisitor visit) => Stream(
        """
        AND s.agency_id IN (SELECT member_agency_id FROM study_agency WHERE agency_id = @host AND study_no = @study)
        """,
        visit,
        ("@instrument", instrumentNo),
        ("@host", hostAgencyId),
        ("@study", studyNo));

    /// <summary>Every sheet of an instrument in one agency; answers how many.</summary>
    public int StreamAgency(int agencyId, int instrumentNo, ScoreSheetVisitor visit) =>
        Stream("AND s.agency_id = @agency", visit, ("@instrument", instrumentNo), ("@agency", agencyId));

    private int Stream(string scope, ScoreSheetVisitor visit, params ReadOnlySpan<(string Name, int Value)> parameters)
    {
        ArgumentNullException.ThrowIfNull(visit);
        using var command = session.Connection.CreateCommand();
        command.Transaction = session.Transaction;
        command.CommandText =
            $"""
            SELECT s.agency_id, s.delivery_no, s.participant_no, s.wave_ordinal, s.form_version_no, s.scores
            FROM score_sheet s
            WHERE s.form_version_no IN (SELECT v.form_version_no FROM form_version v JOIN form f ON f.form_no = v.form_no
                                        WHERE f.instrument_no = @instrument)
            {scope}
            ORDER BY s.agency_id, s.delivery_no, s.participant_no, s.wave_ordinal, s.form_version_no
            """;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        using var row = command.ExecuteReader();
        return Visit(row, visit);
    }

    private static int Visit(DbDataReader row, ScoreSheetVisitor visit)
    {
        var count = 0;
        while (row.Read())
        {
            visit(
                row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetFieldValue<byte[]>(5));
            count++;
        }

        return count;
    }
}
