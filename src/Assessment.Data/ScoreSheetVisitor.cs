namespace Assessment.Data;

/// <summary>Takes one score sheet of a stream. The bytes hold only during the call.</summary>
/// <param name="agencyId">The agency.</param>
/// <param name="deliveryNo">The delivery.</param>
/// <param name="participantNo">The participant.</param>
/// <param name="waveOrdinal">Order of the wave, from 0.</param>
/// <param name="formVersionNo">The form given.</param>
/// <param name="packed">Ticks per item; read with <see cref="Domain.Scoring.ScoreSheet.Ticks"/>.</param>
public delegate void ScoreSheetVisitor(
    int agencyId, int deliveryNo, int participantNo, int waveOrdinal, int formVersionNo, ReadOnlySpan<byte> packed);
