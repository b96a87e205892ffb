using MathNet.Numerics.LinearAlgebra;

namespace Assessment.Statistics.Models.Mixed;

/// <summary>
/// The minimum of the criterion by Newton steps with the exact gradient and the average information, to which what it lacks of the second
/// derivatives is learned from the steps (a structured symmetric rank-one update; Nocedal and Wright 2006, section 6.2). Steps go on until
/// they can win no more than rounding. A variance that ends on its boundary is exactly 0.
/// </summary>
internal sealed class CriterionMinimum
{
    private const int MaximumSteps = 200, MaximumRestarts = 4, MaximumHalvings = 30;
    private const double SmallestGain = 1e-19, Boundary = 1e-7, LargestDeviation = 1e6;
    private readonly ProfiledCriterion criterion;
    private Matrix<double> information;
    private Matrix<double> lacking;
    private Vector<double> point;
    private Vector<double> gradient;
    private double value;

    private CriterionMinimum(ProfiledCriterion criterion, double[] start)
    {
        this.criterion = criterion;
        point = Vector<double>.Build.DenseOfArray(start);
        gradient = Vector<double>.Build.Dense(start.Length);
        information = Matrix<double>.Build.DenseIdentity(start.Length);
        lacking = Matrix<double>.Build.Dense(start.Length, start.Length);
        value = criterion.Value(start);
        if (double.IsFinite(value)) Look();
    }

    /// <summary>
    /// θ at the minimum, or null where the criterion falls without end (no residual variance). The criterion's last evaluation is there.
    /// </summary>
    public static double[]? Of(ProfiledCriterion criterion)
    {
        var search = new CriterionMinimum(criterion, criterion.Start(1));
        for (var restart = 0; restart <= MaximumRestarts; restart++)
        {
            if (!double.IsFinite(search.value) || !search.Descend()) return null;
            if (search.Escape() is not { } better) break;
            search = new(criterion, better);
        }

        return search.Finish();
    }

    private void Look()
    {
        gradient = Vector<double>.Build.DenseOfArray(criterion.Gradient([.. point]));
        information = AverageInformation.Of(criterion, [.. point]);
    }

    // False when a relative standard deviation grows without end.
    private bool Descend()
    {
        for (var step = 0; step < MaximumSteps; step++)
        {
            var direction = Direction();
            var slope = direction * gradient;
            if (-slope < 1e-300) return true;
            var (before, change) = (point, gradient);
            if (!Search(direction, slope)) return true;
            if (point.AbsoluteMaximum() > LargestDeviation) return false;
            if (-slope < SmallestGain) return true;
            Learn(point - before, gradient - change);
        }

        return true;
    }

    // Newton's direction with curvatures turned positive: downhill always, however the approximation errs.
    private Vector<double> Direction()
    {
        var curvature = information + lacking;
        var spectrum = curvature.Evd(Symmetricity.Symmetric);
        var values = spectrum.EigenValues.Real();
        var floor = 1e-8 * Math.Max(values.AbsoluteMaximum(), 1e-8);
        var along = spectrum.EigenVectors.TransposeThisAndMultiply(gradient);
        for (var i = 0; i < along.Count; i++) along[i] /= -Math.Max(Math.Abs(values[i]), floor);
        var direction = spectrum.EigenVectors * along;
        var longest = 0.5 + (2 * point.AbsoluteMaximum());
        return direction.AbsoluteMaximum() > longest ? direction * (longest / direction.AbsoluteMaximum()) : direction;
    }

    private bool Search(Vector<double> direction, double slope)
    {
        var (from, before) = (point, value);
        // What rounding can hide of a gain.
        var noise = 1e-12 * (1 + Math.Abs(before) + criterion.Df);
        for (var (length, halving) = (1.0, 0); halving < MaximumHalvings; halving++)
        {
            var to = from + (length * direction);
            var at = criterion.Value([.. to]);
            if (at <= before + (1e-4 * length * slope) + noise)
            {
                (point, value) = (to, at);
                Look();
                return true;
            }

            length *= double.IsFinite(at) ? Math.Clamp(-0.5 * slope * length / (at - before - (slope * length)), 0.1, 0.5) : 0.1;
        }

        return false;
    }

    private void Learn(Vector<double> move, Vector<double> change)
    {
        var missed = change - ((information + lacking) * move);
        var along = missed * move;
        if (Math.Abs(along) > 1e-6 * missed.L2Norm() * move.L2Norm()) lacking += missed.OuterProduct(missed) / along;
    }

    // At no variance the slope is 0 by symmetry even where more variance would be better: look beside it.
    private double[]? Escape()
    {
        foreach (var place in criterion.Diagonals.Where(place => Math.Abs(point[place]) < 1e-4))
        {
            foreach (var aside in (double[])[0.01, 0.1])
            {
                double[] beside = [.. point];
                beside[place] = aside;
                if (criterion.Value(beside) < value - (1e-8 * (1 + Math.Abs(value)))) return beside;
            }
        }

        return null;
    }

    private double[] Finish()
    {
        double[] theta = [.. point];
        foreach (var place in criterion.Diagonals.Where(place => Math.Abs(theta[place]) < Boundary)) theta[place] = 0;
        criterion.Value(theta);
        return theta;
    }
}
