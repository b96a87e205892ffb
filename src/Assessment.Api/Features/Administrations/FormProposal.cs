using Assessment.Data;

namespace Assessment.Api.Features.Administrations;

/// <summary>What to give at a wave: an instrument in one language with its parallel forms. Pure.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Language">BCP 47 tag; forms of two languages are not parallel.</param>
/// <param name="Forms">The newest published versions, one a form.</param>
public sealed record FormProposal(InstrumentRow Instrument, string Language, IReadOnlyList<FormVersionRow> Forms)
{
    /// <summary>The longest name that an edition of parallel forms has; a longer one names a bank or a practice form.</summary>
    private const int LongestEdition = 2;

    /// <summary>Names the proposal in a form.</summary>
    public string Key => $"{Instrument.InstrumentId:N}.{Language}";

    /// <summary>Whether a form is proposed with the instrument, and not only offered.</summary>
    public bool Proposes(FormVersionRow form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Edition.Length <= LongestEdition || Forms.All(other => other.Edition.Length > LongestEdition);
    }

    /// <summary>
    /// Proposals for a wave, the best first: what the class took before; else the curriculum's own, the agency's own, tests before
    /// scales. What the wave has had is left out, and checklists and rubrics, which raters fill in.
    /// </summary>
    /// <param name="published">Published forms that the agency may give, with their instruments.</param>
    /// <param name="taken">Administrations of the class.</param>
    /// <param name="wave">Code of the wave.</param>
    /// <param name="agencyId">The agency.</param>
    /// <param name="curriculumNo">The course's curriculum; null when it follows none.</param>
    public static IReadOnlyList<FormProposal> For(
        IEnumerable<(InstrumentRow Instrument, IReadOnlyList<FormVersionRow> Forms)> published,
        IReadOnlyList<AdministrationRow> taken,
        string wave,
        int agencyId,
        int? curriculumNo)
    {
        var here = taken.Where(one => one.Wave == wave).Select(one => one.InstrumentNo).ToHashSet();
        var before = taken.Select(one => one.InstrumentNo).ToHashSet();
        return
        [
            .. from one in published
               where one.Instrument.Kind is "knowledge-test" or "scale" && !here.Contains(one.Instrument.InstrumentNo)
               from forms in one.Forms.GroupBy(form => form.Language)
               orderby before.Contains(one.Instrument.InstrumentNo) descending,
                   curriculumNo is not null && one.Instrument.CurriculumNo == curriculumNo descending,
                   one.Instrument.OwnerAgencyId == agencyId descending,
                   one.Instrument.Kind == "knowledge-test" descending,
                   one.Instrument.InstrumentNo, forms.Key == "en" descending, forms.Key
               select new FormProposal(one.Instrument, forms.Key, [.. forms]),
        ];
    }
}
