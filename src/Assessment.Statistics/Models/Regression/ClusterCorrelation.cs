namespace Assessment.Statistics.Models.Regression;

/// <summary>What a working correlation R(α) estimates, and how it makes the rows of a cluster independent.</summary>
internal abstract class ClusterCorrelation(int[][] members)
{
    /// <summary>Rows of each cluster.</summary>
    public int[][] Members => members;

    /// <summary>Why no pair of rows tells α though there are pairs.</summary>
    public virtual string? Undetermined => null;

    public static ClusterCorrelation Of(WorkingCorrelation kind, int[] clusters, int[]? waves)
    {
        if (kind == WorkingCorrelation.Autoregressive && waves is null) throw new ArgumentException("Autoregressive correlations need waves.");
        int[][] members = [.. clusters.Select((c, i) => (c, i)).GroupBy(p => p.c, p => p.i).Select(g => g.ToArray())];
        return kind switch
        {
            WorkingCorrelation.Autoregressive => new Autoregressive([.. members.Select(m => m.OrderBy(i => waves![i]).ToArray())], waves!),
            WorkingCorrelation.Exchangeable => new Exchangeable(members),
            _ => new Independent(members),
        };
    }

    /// <summary>α from the Pearson residuals and their mean square; null without a cluster of two rows.</summary>
    public abstract double? Estimate(double[] residuals, double scale);

    /// <summary>Whether R(α) of every cluster is positive definite.</summary>
    public abstract bool Allows(double alpha);

    /// <summary>The rows of a cluster times R(α)^(−½), up to a rotation.</summary>
    public abstract IEnumerable<double[]> Whiten(int[] cluster, double[][] rows, double alpha);

    private sealed class Independent(int[][] members) : ClusterCorrelation(members)
    {
        public override double? Estimate(double[] residuals, double scale) => 0;

        public override bool Allows(double alpha) => true;

        public override IEnumerable<double[]> Whiten(int[] cluster, double[][] rows, double alpha) => rows;
    }

    private sealed class Exchangeable(int[][] members) : ClusterCorrelation(members)
    {
        public override double? Estimate(double[] residuals, double scale)
        {
            double products = 0, pairs = 0;
            foreach (var m in Members)
            {
                double sum = m.Sum(i => residuals[i]), squares = m.Sum(i => residuals[i] * residuals[i]);
                products += ((sum * sum) - squares) / 2;
                pairs += m.Length * (m.Length - 1.0) / 2;
            }

            return pairs > 0 && scale > 0 ? products / pairs / scale : null;
        }

        public override bool Allows(double alpha) => alpha is > -1 and < 1 && Members.All(m => 1 + ((m.Length - 1) * alpha) > 1e-8);

        // (v − c·mean)/√(1 − α) with c = 1 − √((1 − α)/(1 + (m − 1)α)).
        public override IEnumerable<double[]> Whiten(int[] cluster, double[][] rows, double alpha)
        {
            double share = 1 - Math.Sqrt((1 - alpha) / (1 + ((rows.Length - 1) * alpha))), root = Math.Sqrt(1 - alpha);
            double[] means = [.. Enumerable.Range(0, rows[0].Length).Select(j => rows.Average(row => row[j]))];
            return rows.Select(row => row.Zip(means, (x, mean) => (x - (share * mean)) / root).ToArray());
        }
    }

    // Rows of a cluster stand in the order of their waves.
    private sealed class Autoregressive(int[][] members, int[] waves) : ClusterCorrelation(members)
    {
        private const int MaximumSteps = 200;
        private const double SmallestStep = 1e-13;

        private readonly (int Distance, double Pairs)[] distances =
            [.. members.SelectMany(m => Pairs(m, waves)).CountBy(pair => pair.Distance).Select(d => (d.Key, (double)d.Value)).Order()];

        public override string? Undetermined => distances.Length > 0 && distances[0].Distance > 1 ? "no two rows of a cluster are one wave apart" : null;

        // Least squares of the products of two residuals on α^distance, by Gauss and Newton from the mean product of neighbours.
        public override double? Estimate(double[] residuals, double scale)
        {
            if (distances.Length == 0 || !(scale > 0)) return null;
            var products = distances.ToDictionary(d => d.Distance, _ => 0.0);
            foreach (var (first, second, distance) in Members.SelectMany(m => Pairs(m, waves))) products[distance] += residuals[first] * residuals[second] / scale;
            var alpha = 0.0;
            for (var step = 0; step < MaximumSteps; step++)
            {
                double gap = 0, information = 0;
                foreach (var (distance, pairs) in distances)
                {
                    var slope = distance * Math.Pow(alpha, distance - 1);
                    gap += slope * (products[distance] - (pairs * Math.Pow(alpha, distance)));
                    information += pairs * slope * slope;
                }

                alpha += gap / information;
                if (!(Math.Abs(gap / information) > SmallestStep)) return alpha;
            }

            return double.NaN;
        }

        public override bool Allows(double alpha) => 1 - (alpha * alpha) > 1e-8;

        // Each row less what the row before tells of it.
        public override IEnumerable<double[]> Whiten(int[] cluster, double[][] rows, double alpha) => rows.Select((row, j) =>
        {
            if (j == 0) return row;
            double share = Math.Pow(alpha, waves[cluster[j]] - waves[cluster[j - 1]]), root = Math.Sqrt(1 - (share * share));
            return row.Zip(rows[j - 1], (x, before) => (x - (share * before)) / root).ToArray();
        });

        private static IEnumerable<(int First, int Second, int Distance)> Pairs(int[] cluster, int[] waves) =>
            from j in Enumerable.Range(0, cluster.Length)
            from k in Enumerable.Range(0, j)
            select (cluster[k], cluster[j], waves[cluster[j]] - waves[cluster[k]]);
    }
}
