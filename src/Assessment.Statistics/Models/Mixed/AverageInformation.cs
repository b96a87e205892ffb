using MathNet.Numerics.LinearAlgebra;

namespace Assessment.Statistics.Models.Mixed;

/// <summary>
/// An approximation of the criterion's second derivatives that costs a few solutions and no trace: the average of observed and expected
/// information, in which the traces cancel (Gilmour, Thompson and Cullis 1995), profiled over σ² and carried from covariances to θ exactly.
/// </summary>
internal static class AverageInformation
{
    // Below this a factor's diagonal is at the boundary and no slope by its covariance can be had from the one by θ.
    private const double Boundary = 1e-9;

    /// <summary>At the θ of the criterion's last gradient.</summary>
    public static Matrix<double> Of(ProfiledCriterion criterion, double[] theta)
    {
        var t = criterion.Factors(theta);
        var places = Places(criterion.System.Pattern.Terms);
        var directions = places.Select(place => Direction(criterion, t[place.Term], place)).ToArray();
        double r = criterion.ResidualSquares, df = criterion.Df;
        double[] slopes = [.. directions.Select(c => Dot(c, criterion.ScoresOfEffects))];
        var products = Products(criterion.System, t, directions);
        var information = Matrix<double>.Build.Dense(theta.Length, theta.Length, (i, j) => df * ((products[i, j] / r) - (slopes[i] * slopes[j] / (r * r))));
        var byCovariance = t.Select((factor, k) => ByCovariance(factor, criterion.Slopes[k])).ToArray();
        for (var i = 0; i < places.Length; i++)
        {
            for (var j = 0; j < places.Length; j++)
            {
                if (places[i].Term == places[j].Term && places[i].B == places[j].B) information[i, j] += 2 * byCovariance[places[i].Term][places[i].A, places[j].A];
            }
        }

        return (information + information.Transpose()) / 2;
    }

    private static (int Term, int A, int B)[] Places(IReadOnlyList<TermLayout> terms) =>
    [
        .. terms.SelectMany((term, k) => Enumerable.Range(0, term.Size).SelectMany(b => Enumerable.Range(b, term.Size - b).Select(a => (k, a, b)))),
    ];

    // c with ∂V/∂T_ab V⁻¹(y − Xβ) = Z c: level by level e_a u_b + T e_b s_a.
    private static double[] Direction(ProfiledCriterion criterion, double[,] t, (int Term, int A, int B) place)
    {
        var term = criterion.System.Pattern.Terms[place.Term];
        var direction = new double[criterion.System.Pattern.Columns];
        for (var first = term.FirstColumn; first < term.End; first += term.Size)
        {
            direction[first + place.A] += criterion.Spherical[first + place.B];
            for (var i = place.B; i < term.Size; i++) direction[first + i] += t[i, place.B] * criterion.ScoresOfEffects[first + place.A];
        }

        return direction;
    }

    // (Z c_i)'P(Z c_j) = c_i'Sc_j − h_i'h_j with L h = [Λ'S; X'Z] c.
    private static Matrix<double> Products(PenalizedSystem system, double[][,] t, double[][] directions)
    {
        var leading = system.Pattern.Columns - 1;
        double[][] images = [.. directions.Select(system.Product)];
        var solved = images.Select(image =>
        {
            var h = (double[])image.Clone();
            Transpose(system.Pattern.Terms, t, h);
            system.SolveForward(h, leading);
            h[leading] = 0;
            return h;
        }).ToArray();
        return Matrix<double>.Build.Dense(t.Length == 0 ? 0 : directions.Length, directions.Length, (i, j) => Dot(directions[i], images[j]) - Dot(solved[i], solved[j]));
    }

    private static void Transpose(IReadOnlyList<TermLayout> terms, double[][,] t, double[] vector)
    {
        for (var k = 0; k < terms.Count; k++)
        {
            var size = terms[k].Size;
            for (var first = terms[k].FirstColumn; first < terms[k].End; first += size)
            {
                for (var b = 0; b < size; b++)
                {
                    double sum = 0;
                    for (var a = b; a < size; a++) sum += t[k][a, b] * vector[first + a];
                    vector[first + b] = sum;
                }
            }
        }
    }

    // Γ from Γ T: solved from the last column of T to the first.
    private static double[,] ByCovariance(double[,] t, double[,] slopes)
    {
        var size = t.GetLength(0);
        var gamma = new double[size, size];
        for (var b = size - 1; b >= 0; b--)
        {
            var diagonal = Math.Abs(t[b, b]) < Boundary ? Math.CopySign(Boundary, t[b, b]) : t[b, b];
            for (var i = 0; i < size; i++)
            {
                var sum = slopes[i, b];
                for (var a = b + 1; a < size; a++) sum -= gamma[i, a] * t[a, b];
                gamma[i, b] = sum / diagonal;
            }
        }

        return gamma;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
