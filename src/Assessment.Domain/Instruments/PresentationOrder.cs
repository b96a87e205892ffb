namespace Assessment.Domain.Instruments;

/// <summary>
/// The order in which a participant is shown a form, from the seed that is stored with the attempt. One <see cref="SplitMix64"/> is
/// drawn from, in this order. With <see cref="Form.ShuffleItems"/>: the blocks are shuffled, a block being a stimulus with the
/// items it covers, or a single item; then, block by block as shown, the covered items. With <see cref="Form.ShuffleOptions"/>:
/// item by item as written, the options of choices, judgements and orderings, the targets of a matching, the options of each gap,
/// the choices of each node; fixed options come last, as written. True-false statements and scales keep their order.
/// </summary>
public static class PresentationOrder
{
    /// <summary>The form as shown. Responses are read and scored with the form as written, whose identifiers are the same.</summary>
    /// <param name="form">The form as written, in any language.</param>
    /// <param name="seed">The stored seed; the same seed gives the same order.</param>
    public static Form Of(Form form, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(form);
        var random = new SplitMix64(seed);
        var order = form.ShuffleItems ? Shuffled(form.Items, random) : form.Items.Select(item => item.Identifier).ToList();
        var items = form.Items.ToDictionary(item => item.Identifier, item => form.ShuffleOptions ? WithOptions(item, random) : item);
        return form with { Items = [.. order.Select(identifier => items[identifier])] };
    }

    private static List<string> Shuffled(IReadOnlyList<Item> items, SplitMix64 random) =>
        random.Shuffle(Blocks(items)).SelectMany(block => block[0] is Stimulus ? [block[0], .. random.Shuffle(block.Skip(1))] : block)
            .Select(item => item.Identifier).ToList();

    /// <summary>Blocks in the order as written: a stimulus with the items it covers, or a single item that stands alone.</summary>
    public static IReadOnlyList<IReadOnlyList<Item>> Blocks(IReadOnlyList<Item> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var blocks = new List<List<Item>>();
        var covered = 0;
        foreach (var item in items)
        {
            if (covered > 0 && item is not Stimulus)
            {
                blocks[^1].Add(item);
                covered--;
            }
            else
            {
                blocks.Add([item]);
                covered = item is Stimulus stimulus ? stimulus.Covers ?? int.MaxValue : 0;
            }
        }

        return blocks;
    }

    private static Item WithOptions(Item item, SplitMix64 random) => item switch
    {
        SingleChoice single => single with { Options = Shuffled(single.Options, random) },
        MultipleChoice multiple => multiple with { Options = Shuffled(multiple.Options, random) },
        SituationalJudgement judgement => judgement with { Options = Shuffled(judgement.Options, random) },
        Ordering ordering => ordering with { Options = Shuffled(ordering.Options, random) },
        Matching matching => matching with { Targets = Shuffled(matching.Targets, random) },
        InlineChoice inline => inline with { Gaps = [.. inline.Gaps.Select(gap => gap with { Options = Shuffled(gap.Options, random) })] },
        Scenario scenario => scenario with { Nodes = [.. scenario.Nodes.Select(node => node with { Choices = random.Shuffle(node.Choices) })] },
        _ => item,
    };

    private static List<Option> Shuffled(IReadOnlyList<Option> options, SplitMix64 random) =>
        [.. random.Shuffle(options.Where(option => !option.Fixed)), .. options.Where(option => option.Fixed)];
}
