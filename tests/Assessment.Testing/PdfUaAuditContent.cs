using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Graphics.Operations.PathConstruction;
using UglyToad.PdfPig.Graphics.Operations.TextPositioning;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Graphics.Operations.TextState;
using UglyToad.PdfPig.Tokens;

namespace Assessment.Testing;

/// <summary>Walks the operators of each page: what is painted, for which tag, in which font and with what contrast.</summary>
internal sealed class PdfUaAuditContent
{
    private const double LeastContrast = 4.5;

    private static readonly HashSet<string> Painting =
        ["Tj", "TJ", "'", "\"", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "EI"];

    private readonly List<PdfUaFinding> findings = [];
    private readonly Dictionary<(int Page, string Font), HashSet<int>> shownCodes = [];

    public PdfUaAuditContent(PdfUaAuditFile file)
    {
        var index = 0;
        foreach (var page in file.Document.GetPages()) new PageWalk(this, index++).Run(page);
    }

    public IReadOnlyList<PdfUaFinding> Findings => findings;

    /// <summary>Marked content in painting order: page index and id.</summary>
    public List<(int Page, int Id)> Marked { get; } = [];

    /// <summary>Tag name written at the marked content.</summary>
    public Dictionary<(int Page, int Id), string> MarkedAs { get; } = [];

    /// <summary>Text of marked content.</summary>
    public Dictionary<(int Page, int Id), string> Texts { get; } = [];

    /// <summary>Two-byte codes shown, by page and font resource.</summary>
    public IReadOnlyDictionary<(int Page, string Font), HashSet<int>> ShownCodes => shownCodes;

    /// <summary>State of one page while its operators are read.</summary>
    private sealed class PageWalk(PdfUaAuditContent audit, int index)
    {
        private readonly List<(double Left, double Bottom, double Right, double Top, Rgb Colour)> grounds = [];
        private readonly Stack<bool> open = new();
        private AppendRectangle? rectangle;
        private Rgb fill;
        private string font = "";
        private (double X, double Y) place;

        public void Run(Page page)
        {
            foreach (var operation in page.Operations) Read(operation);
            if (open.Count > 0) Report("untagged-content", "marked content is not closed");
            foreach (var marked in page.GetMarkedContents().Where(marked => marked.MarkedContentIdentifier >= 0))
            {
                var text = new StringBuilder();
                foreach (var letter in marked.Letters) text.Append(letter.Value);
                audit.Texts[(index, marked.MarkedContentIdentifier)] = text.ToString();
            }
        }

        private void Read(IGraphicsStateOperation operation)
        {
            if (Painting.Contains(operation.Operator) && open.Count == 0) Report("untagged-content", $"operator {operation.Operator} stands outside of tags and artifacts");
            switch (operation)
            {
                case BeginMarkedContentWithProperties begin:
                    Begin(begin);
                    break;
                case BeginMarkedContent begin:
                    Enter(begin.Name.Data == "Artifact");
                    break;
                case EndMarkedContent:
                    if (!open.TryPop(out _)) Report("untagged-content", "EMC without a beginning");
                    break;
                case SetNonStrokeColorDeviceRgb colour:
                    fill = new Rgb(colour.R, colour.G, colour.B);
                    break;
                case AppendRectangle box:
                    rectangle = box;
                    break;
                case SetFontAndSize set:
                    font = set.Font.Data;
                    break;
                case MoveToNextLineWithOffset move:
                    place = (move.Tx, move.Ty);
                    break;
                case ShowText show:
                    Show(show);
                    break;
                default:
                    if (operation.Operator == "f") Ground();
                    break;
            }
        }

        private void Begin(BeginMarkedContentWithProperties begin)
        {
            var artifact = begin.Name.Data == "Artifact";
            Enter(artifact);
            if (artifact) return;
            if (begin.Properties is not { } properties || !properties.TryGet(NameToken.Create("MCID"), out NumericToken id)) Report("untagged-content", "a tag has no MCID");
            else
            {
                audit.Marked.Add((index, id.Int));
                audit.MarkedAs[(index, id.Int)] = begin.Name.Data;
            }
        }

        private void Enter(bool artifact)
        {
            if (open.Count > 0) Report("nested-content", artifact ? "an artifact stands in marked content" : "a tag stands in marked content");
            open.Push(artifact);
        }

        private void Ground()
        {
            if (rectangle is not { } box) return;
            var (left, bottom) = (box.LowerLeftX, box.LowerLeftY);
            grounds.Add((left, bottom, left + box.Width, bottom + box.Height, fill));
            rectangle = null;
        }

        private void Show(ShowText show)
        {
            var under = grounds.LastOrDefault(
                box => place.X >= box.Left && place.X <= box.Right && place.Y >= box.Bottom && place.Y <= box.Top,
                (0, 0, 0, 0, new Rgb(1, 1, 1))).Colour;
            var contrast = Rgb.Contrast(fill, under);
            if (contrast < LeastContrast) Report("contrast", FormattableString.Invariant($"text has contrast {contrast:0.00}"));
            if (!audit.shownCodes.TryGetValue((index, font), out var codes)) audit.shownCodes[(index, font)] = codes = [];
            var bytes = show.Bytes is { } raw ? [.. raw.Span] : Encoding.Latin1.GetBytes(show.Text ?? "");
            for (var at = 0; at + 1 < bytes.Length; at += 2) codes.Add(bytes[at] << 8 | bytes[at + 1]);
        }

        private void Report(string rule, string detail) => audit.findings.Add(new PdfUaFinding(rule, $"Page {index + 1}: {detail}."));
    }

    /// <summary>Channels 0 to 1; contrast as WCAG 2.0 defines it.</summary>
    private readonly record struct Rgb(double Red, double Green, double Blue)
    {
        private double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

        public static double Contrast(Rgb one, Rgb two)
        {
            var (a, b) = (one.Luminance + 0.05, two.Luminance + 0.05);
            return a > b ? a / b : b / a;
        }

        private static double Linear(double channel) => channel <= 0.03928 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);
    }
}
