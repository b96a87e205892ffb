using MathNet.Numerics.LinearAlgebra;

namespace Assessment.Statistics.Models.Mixed;

/// <summary>
/// The minimum of the criterion: quasi-Newton steps with the exact gradient (BFGS; Nocedal and Wright 2006, chapter 6) until they can
/// win no more than rounding, then Newton steps. A variance that ends on its boundary is exactly 0.
/// </summary>
internal sealed class CriterionMinimum
{
    private const int MaximumSteps = 200, MaximumRestarts = 4, MaximumHalvings = 40;
    private const double SmallestGain = 1e-13, Boundary = 1e-7, LargestDeviation = 1e5;
    private readonly ProfiledCriterion criterion;
    private Matrix<double> curvature;
    private Vector<double> point;
    private Vector<double> gradient;
    private double value;

    private CriterionMinimum(ProfiledCriterion criterion, double[] start)
    {
        this.criterion = criterion;
        point = Vector<double>.Build.DenseOfArray(start);
        gradient = point.Clone();
        curvature = Matrix<double>.Build.DenseIdentity(start.Length);
        MoveTo(point);
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
            search.Polish();
            if (search.Escape() is not { } better) break;
            search = new(criterion, better);
        }

        return search.Finish();
    }

    private void MoveTo(Vector<double> to)
    {
        point = to;
        value = criterion.Value([.. to]);
        if (double.IsFinite(value)) gradient = Vector<double>.Build.DenseOfArray(criterion.Gradient([.. to]));
    }

    // False when a relative standard deviation grows without end.
    private bool Descend()
    {
        var first = true;
        for (var step = 0; step < MaximumSteps; step++)
        {
            var direction = -(curvature * gradient);
            if (direction * gradient >= 0) (curvature, direction) = (Matrix<double>.Build.DenseIdentity(point.Count), -gradient);
            if (first) direction *= Math.Min(1, 0.5 / Math.Max(direction.L2Norm(), double.Epsilon));
            if (-(direction * gradient) < SmallestGain) return true;
            var (before, slope) = (point, gradient);
            if (!Search(direction)) return true;
            if (!double.IsFinite(value) || point.AbsoluteMaximum() > LargestDeviation) return false;
            Update(point - before, gradient - slope, first);
            first = false;
        }

        return true;
    }

    private bool Search(Vector<double> direction)
    {
        var (from, before, slope) = (point, value, direction * gradient);
        var length = 1.0;
        for (var halving = 0; halving < MaximumHalvings; halving++)
        {
            var to = from + (length * direction);
            var at = criterion.Value([.. to]);
            if (at <= before + (1e-4 * length * slope) || (length * -slope < 1e-8 && at <= before + (1e-11 * Math.Abs(before))))
            {
                (point, value) = (to, at);
                gradient = Vector<double>.Build.DenseOfArray(criterion.Gradient([.. to]));
                return true;
            }

            length *= double.IsFinite(at) ? Math.Clamp(-0.5 * slope * length / (at - before - (slope * length)), 0.1, 0.5) : 0.1;
        }

        MoveTo(from);
        return false;
    }

    private void Update(Vector<double> move, Vector<double> change, bool first)
    {
        var product = move * change;
        if (product <= 1e-12 * move.L2Norm() * change.L2Norm()) return;
        if (first) curvature *= product / (change * change);
        var identity = Matrix<double>.Build.DenseIdentity(point.Count);
        var left = identity - (move.OuterProduct(change) / product);
        curvature = (left * curvature * left.Transpose()) + (move.OuterProduct(move) / product);
    }

    // Newton steps as long as they shorten; directions without curvature (a factor's column that may turn) stay.
    private void Polish()
    {
        var shortest = double.PositiveInfinity;
        var hessian = Hessian(criterion, [.. point]);
        if (!hessian.ToColumnMajorArray().All(double.IsFinite)) return;
        var inverse = hessian.PseudoInverse();
        MoveTo(point);
        for (var step = 0; step < 8; step++)
        {
            var move = inverse * gradient;
            var length = move.AbsoluteMaximum();
            if (!(length < 0.5 * shortest) || length > 0.01) return;
            shortest = length;
            var (from, before) = (point, value);
            MoveTo(point - move);
            if (!(value <= before + (1e-9 * (1 + Math.Abs(before)))))
            {
                MoveTo(from);
                return;
            }

            if (length < 1e-14 * (1 + point.AbsoluteMaximum())) return;
        }
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

    /// <summary>Second derivatives by central differences of the exact gradient.</summary>
    public static Matrix<double> Hessian(ProfiledCriterion criterion, double[] theta)
    {
        var hessian = Matrix<double>.Build.Dense(theta.Length, theta.Length);
        for (var j = 0; j < theta.Length; j++)
        {
            var h = 1e-4 * (1 + Math.Abs(theta[j]));
            double[] up = Slope(criterion, theta, j, h), down = Slope(criterion, theta, j, -h);
            for (var i = 0; i < theta.Length; i++) hessian[i, j] = (up[i] - down[i]) / (2 * h);
        }

        return (hessian + hessian.Transpose()) / 2;
    }

    private static double[] Slope(ProfiledCriterion criterion, double[] theta, int j, double h)
    {
        double[] moved = [.. theta];
        moved[j] += h;
        return double.IsFinite(criterion.Value(moved)) ? criterion.Gradient(moved) : [.. theta.Select(_ => double.NaN)];
    }
}
