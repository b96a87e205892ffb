using Spectre.Console;

namespace Assessment.Api.Features.Demo;

/// <summary>Progress on standard error: bars on a terminal, one plain line a step otherwise.</summary>
internal sealed class DemoProgress(IAnsiConsole console)
{
    private bool Bars => console.Profile.Capabilities.Interactive && console.Profile.Capabilities.Ansi;

    /// <summary>Runs a step of a known number of parts; the work is handed a function that counts one part done.</summary>
    public async Task StepAsync(string title, int parts, Func<Action, Task> work)
    {
        if (!Bars)
        {
            await work(() => { });
            console.WriteLine($"{title}: {parts}");
            return;
        }

        await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask(Markup.Escape(title), maxValue: Math.Max(1, parts));
                await work(() => bar.Increment(1));
                bar.Value = bar.MaxValue;
            });
    }
}
