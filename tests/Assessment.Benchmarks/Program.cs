using System.Globalization;
using Assessment.Benchmarks.Gains;
using Assessment.Benchmarks.Load;
using Assessment.Benchmarks.Pure;
using Assessment.Benchmarks.Reports;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

return args switch
{
    ["load", .. var options] => await LoadCommand.RunAsync(new LoadOptions(
        Number(options, "--connections", 32), Number(options, "--seconds", 10), options.Contains("--scenes"), options.Contains("--json"))),
    ["load-server", var database] => await LoadServer.RunAsync(database),
    ["gains", .. var kept] => await GainsCommand.RunAsync(kept.FirstOrDefault()),
    ["gains-once", var database, var who] => await GainsOnce.RunAsync(database, who),
    ["report", .. var file] => ReportCommand.Run(file.FirstOrDefault()),
    ["pure"] => Pure(),
    _ => Usage(),
};

static int Number(string[] options, string name, int fallback)
{
    var at = Array.IndexOf(options, name);
    return at < 0 ? fallback : int.Parse(options[at + 1], NumberStyles.None, CultureInfo.InvariantCulture);
}

static int Pure()
{
    var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    BenchmarkRunner.Run([typeof(ScoringBenchmarks), typeof(StatisticsBenchmarks)], config);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine(
        """
        load [--connections 32] [--seconds 10] [--json]   saves, uploads and hand-ins through HTTP beside an empty endpoint
        load --scenes [--json]                            a class starts, a thousand devices save, queued answers come at once
        gains [database]                                  gain analysis of 200,000 people; a named database is kept
        report [file.pdf]                                 a grant report, composed and rendered
        pure                                              scoring and estimators
        """);
    return 2;
}
