using Assessment.Pdf.Blocks;
using Assessment.Pdf.Structure;
using Assessment.Pdf.Text;

namespace Assessment.Pdf.Layout;

/// <summary>Cuts blocks into pieces and gives each block its tags, in reading order.</summary>
internal sealed class Composer(Draft draft)
{
    private readonly List<Piece> pieces = [];
    private bool startPage;
    private int depth;

    /// <summary>The contents list waiting for its page numbers, or null.</summary>
    public ContentsLayout? Contents { get; private set; }

    public IReadOnlyList<Piece> Compose(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case PageBreak:
                    startPage = true;
                    break;
                case Contents contents:
                    AddContents(contents, blocks.OfType<Heading>());
                    break;
                default:
                    Add(Pieces(block));
                    break;
            }
        }

        return pieces;
    }

    private IEnumerable<Piece> Pieces(Block block) => block switch
    {
        Heading heading => Heading(heading),
        Paragraph paragraph => TextPieces.Make(
            draft.Spans(paragraph.Runs, Typography.Body), new Tag("P", draft.Root), new TextPlace(7)),
        ListBlock list => ListLayout.Pieces(list, draft),
        Table table => TableLayout.Pieces(table, draft),
        EmptyTable table => Captioned.Pieces(table, draft),
        Figure figure => FigureLayout.Pieces(figure, draft),
        Callout callout => CalloutLayout.Pieces(callout, draft),
        _ => throw new ArgumentException($"A document cannot hold {block.GetType().Name}.", nameof(block)),
    };

    private void AddContents(Contents contents, IEnumerable<Heading> headings)
    {
        if (Contents is not null) throw new ArgumentException("A document has one contents list.", nameof(contents));
        startPage = true;
        Add(Heading(new Heading(1, contents.Title, HeadingRole.Unlisted)));
        var listed = headings.Where(heading => heading.Role == HeadingRole.Section && heading.Level <= contents.Deepest);
        Contents = new ContentsLayout([.. listed], contents.Deepest, new Tag("TOC", draft.Root));
        Add(Contents.Pieces());
        startPage = true;
    }

    private IEnumerable<Piece> Heading(Heading heading)
    {
        if (heading.Level is < 1 or > 6 || heading.Level > depth + 1)
            throw new ArgumentException($"A heading of level {heading.Level} cannot follow one of level {depth}.", nameof(heading));
        depth = heading.Level;
        var tag = new Tag(FormattableString.Invariant($"H{heading.Level}"), draft.Root);
        var title = heading.Role == HeadingRole.Title;
        var place = new TextPlace(Typography.SpaceBefore(heading)) { KeepWithNext = true, RoomInside = title ? 128 : 0 };
        var made = TextPieces.Make([new Span(heading.Text, Typography.Heading(heading))], tag, place);
        return [Recorded(made[0], heading, title), .. made.Skip(1)];
    }

    /// <summary>Notes where the heading came to stand; a title also gets a bar above it.</summary>
    private Piece Recorded(Piece first, Heading heading, bool title) => first with
    {
        Paint = (page, top) =>
        {
            draft.Headings.Add(new HeadingPlace(heading, new Destination(page.Index, top)));
            if (title) page.Dress().Rectangle(new Rectangle(Sheet.Left, top + 108, 56, 4), Palette.Accent);
            first.Paint(page, top);
        },
    };

    private void Add(IEnumerable<Piece> more)
    {
        foreach (var piece in more)
        {
            pieces.Add(startPage ? piece with { StartsPage = true } : piece);
            startPage = false;
        }
    }
}
