using Assessment.Statistics.Multiplicity;
using CsCheck;

namespace Assessment.Statistics.Tests.Multiplicity;

public sealed class AdjustedPTests
{
    private static readonly Gen<double?[]> Values = Gen.Double[0, 1].Select(p => (double?)Math.Round(p, 2)).Array[1, 12];

    [Test]
    public void No_adjusted_p_is_below_its_p_and_Holm_is_never_above_Bonferroni() => Values.Sample(p =>
    {
        var adjusted = AdjustedP.Of(p);
        for (var i = 0; i < p.Length; i++)
        {
            (adjusted.BenjaminiHochberg[i] >= p[i] && adjusted.Holm[i] <= adjusted.Bonferroni[i] && adjusted.Hochberg[i] <= adjusted.Holm[i]).Should().BeTrue();
        }
    });

    [Test]
    public void A_missing_p_does_not_count() =>
        AdjustedP.Of([0.01, null, 0.02]).Bonferroni.Should().Equal(0.02, null, 0.04);

    [Test]
    public void What_is_no_probability_is_a_fault()
    {
        var call = () => AdjustedP.Of([1.2]);
        call.Should().Throw<ArgumentOutOfRangeException>();
    }
}
