using System.CommandLine;
using Assessment.Api.Features.Bundles;
using Assessment.Api.Features.Demo;
using Assessment.Api.Features.Estimates;
using Assessment.Api.Features.Forms;
using Assessment.Api.Features.Linking;
using Assessment.Api.Features.Operations;
using Assessment.Api.Features.Reports;
using Assessment.Api.Features.Samples;
using Assessment.Api.Features.Scoring;
using Assessment.Api.Hosting;

var root = new RootCommand("Assessment: tests, follow-up and honest numbers for de-escalation training (LEDTA).")
{
    DemoCommand.Build(),
    ServeCommand.Build(),
    MigrateCommand.Build(),
    BundleCommand.Build(),
    ImportFormCommand.Build(),
    SampleCommand.Build(),
    EstimateCommand.Build(),
    LinkCodesCommand.Build(),
    ScoreCommand.Build(),
    ReportCommand.Build(),
    VerifyReportCommand.Build(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    await parsed.InvokeAsync();
    return ExitCodes.Usage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception fault) when (fault is not OperationCanceledException)
{
    await Console.Error.WriteLineAsync(fault.ToString());
    return ExitCodes.Fault;
}
