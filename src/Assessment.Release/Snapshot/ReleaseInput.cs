namespace Assessment.Release.Snapshot;

/// <summary>
/// The frozen snapshot a release is made from: always a whole study, never a slice (slices of one study can be subtracted
/// from each other). Made by <see cref="ReleaseInputBuilder"/>.
/// </summary>
/// <param name="Release">Identifier of the release, such as "2026-R1"; part of every pseudonym and of the manifest.</param>
/// <param name="Instruments">In the order of the columns.</param>
/// <param name="Waves">In the order of the study.</param>
/// <param name="Agencies">Agencies of the persons.</param>
/// <param name="Persons">All participants, whatever they consented to.</param>
public sealed record ReleaseInput(
    string Release,
    IReadOnlyList<ReleaseInstrument> Instruments,
    IReadOnlyList<ReleaseWave> Waves,
    IReadOnlyList<ReleaseAgency> Agencies,
    IReadOnlyList<ReleasePerson> Persons);
