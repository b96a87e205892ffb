using Assessment.Statistics.Models;
using CsCheck;

namespace Assessment.Statistics.Tests.Models;

public sealed class LinearRegressionTests
{
    // Longley's data (R datasets::longley) and the values certified by NIST StRD.
    private static readonly double[] Employed =
        [60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551];

    private static readonly double[][] Longley =
    [
        [83.0, 88.5, 88.2, 89.5, 96.2, 98.1, 99.0, 100.0, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9],
        [234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704, 502601, 518173, 554894],
        [2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007],
        [1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827],
        [107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366, 125368, 127852, 130081],
        [1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957, 1958, 1959, 1960, 1961, 1962],
    ];

    private static readonly double[] CertifiedCoefficients =
        [-3482258.63459582, 15.0618722713733, -0.0358191792925910, -2.02022980381683, -1.03322686717359, -0.0511041056535807, 1829.15146461355];

    private static readonly double[] CertifiedErrors =
        [890420.383607373, 84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675, 0.226073200069370, 455.478499142212];

    [Test]
    public void Longley_agrees_with_the_certified_values()
    {
        var fit = LinearRegression.Of(Employed, Longley)!;
        for (var j = 0; j < 7; j++)
        {
            (fit.Coefficients[j] / CertifiedCoefficients[j]).Should().BeApproximately(1, 1e-13);
            (fit.StandardErrors[j]!.Value / CertifiedErrors[j]).Should().BeApproximately(1, 1e-13);
        }

        fit.ResidualSd.Should().BeApproximately(304.854073561965, 1e-10);
        fit.RSquared.Should().BeApproximately(0.995479004577296, 1e-14);
        fit.F.Should().BeApproximately(330.285339234588, 1e-10);
    }

    [Test]
    public void A_column_that_is_a_multiple_of_another_is_not_determined() =>
        LinearRegression.Of([1, 2, 4, 3], [[1, 2, 3, 4], [0.1, 0.2, 0.3, 0.4]]).Should().BeNull();

    [Test]
    public void A_constant_beside_the_intercept_is_not_determined() =>
        LinearRegression.Of([1, 2, 4, 3], [[7, 7, 7, 7]]).Should().BeNull();

    [Test]
    public void More_coefficients_than_rows_are_a_fault()
    {
        var call = () => LinearRegression.Of([1, 2], [[1, 2], [2, 5]]);
        call.Should().Throw<ArgumentException>();
    }

    [Test]
    public void A_line_through_its_points_is_found() => Gen.Select(Gen.Double[-9, 9], Gen.Double[-9, 9]).Sample((a, b) =>
    {
        double[] x = [0, 1, 2, 5, 9];
        var fit = LinearRegression.Of([.. x.Select(v => a + (b * v))], [x])!;
        fit.Coefficients[0].Should().BeApproximately(a, 1e-12);
        fit.Coefficients[1].Should().BeApproximately(b, 1e-12);
    });
}
