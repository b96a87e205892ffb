namespace Assessment.Statistics.Models.Mixed;

internal static class KenwardRoger
{
    public static (double[] Errors, double?[] Df)? Of(PreparedModel model, double[] theta, double variance) => null;
}
