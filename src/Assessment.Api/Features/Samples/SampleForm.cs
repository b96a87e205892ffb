using System.Globalization;
using Assessment.Domain.Instruments;
using Assessment.Interchange.Forms;

namespace Assessment.Api.Features.Samples;

/// <summary>As much of a form as a made-up participant needs: which answers there are and which are right.</summary>
/// <param name="Identifier">Such as "dekt-a".</param>
/// <param name="Instrument">Such as "dekt".</param>
/// <param name="Items">In printed order.</param>
internal sealed record SampleForm(string Identifier, string Instrument, IReadOnlyList<SampleItem> Items)
{
    /// <summary>Reads an authored form of the sample study.</summary>
    /// <exception cref="InvalidOperationException">The form reader refuses the file.</exception>
    public static SampleForm Read(string path)
    {
        var form = FormJson.Read(File.ReadAllBytes(path)).Value;
        return new SampleForm(form.Identifier, form.Instrument.Identifier, [.. form.Items.Select(SampleItem.Of)]);
    }
}

/// <summary>An item as its answerer sees it, with the key.</summary>
/// <param name="Identifier">Unique on the form.</param>
/// <param name="Type">The item type's word in form files.</param>
/// <param name="Topic">Topic code, or null.</param>
/// <param name="Options">What can be answered, as the response file writes it: option identifiers, truth values, steps, or the words of an indicator.</param>
/// <param name="Keys">The right ones among them; empty where nothing is right or wrong.</param>
/// <param name="Reversed">A scale item worded against the scale.</param>
/// <param name="CountIsTold">The stem says how many options to choose.</param>
internal sealed record SampleItem(
    string Identifier, string Type, string? Topic, IReadOnlyList<string> Options, IReadOnlyList<string> Keys, bool Reversed, bool CountIsTold)
{
    /// <summary>The answerer's view of an item.</summary>
    public static SampleItem Of(Item item)
    {
        var (options, keys) = Answers(item);
        return new SampleItem(
            item.Identifier, item.Type, item.Tags.Topic, options, keys, item is Likert { Reversed: true },
            item.Stem.Contains("Which two", StringComparison.Ordinal));
    }

    private static (string[] Options, string[] Keys) Answers(Item item) => item switch
    {
        SingleChoice single => ([.. single.Options.Select(option => option.Identifier)], [single.Key]),
        MultipleChoice multiple => ([.. multiple.Options.Select(option => option.Identifier)], [.. multiple.Key]),
        TrueFalse statement => (["true", "false"], [statement.Key ? "true" : "false"]),
        Likert likert => ([.. Enumerable.Range(1, likert.Steps).Select(step => step.ToString(CultureInfo.InvariantCulture))], []),
        Indicator => ([Indicator.Shown, Indicator.NotShown, Indicator.NoOpportunity], []),
        _ => throw new ArgumentException($"The sample study has no items of type {item.Type}.", nameof(item)),
    };
}
