using Microsoft.Playwright;

namespace Assessment.Browser.Tests;

/// <summary>A person with a keyboard: every control is reached by Tab.</summary>
internal sealed class Keys(IPage page)
{
    private const int MostStops = 40;

    public async Task PressAsync(string control, string key)
    {
        await ReachAsync(control);
        await page.Keyboard.PressAsync(key);
    }

    public async Task TypeAsync(string control, string text)
    {
        await ReachAsync(control);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Letters choose the entry of a list that begins with them.</summary>
    public Task ChooseAsync(string list, string beginning) => TypeAsync(list, beginning);

    private async Task ReachAsync(string control)
    {
        var wanted = page.Locator(control).First;
        await wanted.WaitForAsync();
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await wanted.EvaluateAsync<bool>("one => one === document.activeElement || one.type === 'radio' && one.name === document.activeElement.name && one.form === document.activeElement.form"))
            {
                await MoveAsync(wanted);
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"{control} is not reached by Tab.");
    }

    /// <summary>Tab stops once at a group of radio buttons; arrows move within it.</summary>
    private async Task MoveAsync(ILocator wanted)
    {
        for (var step = 0; step < MostStops && !await wanted.EvaluateAsync<bool>("one => one === document.activeElement"); step++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }
    }
}
