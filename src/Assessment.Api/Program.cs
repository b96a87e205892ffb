using System.CommandLine;
using Assessment.Api.Features.Estimates;

var root = new RootCommand("Assessment of de-escalation training: tests, gains, reports, releases.") { EstimateCommand.Build() };
return root.Parse(args).Invoke();
