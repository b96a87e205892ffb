namespace Assessment.Testing;

/// <summary>One breach of a rule.</summary>
/// <param name="Rule">Name of the rule, such as "figure-alt".</param>
/// <param name="Detail">Where and what.</param>
public sealed record PdfUaFinding(string Rule, string Detail);

/// <summary>
/// Reads a PDF file with an independent reader and holds it against the machine-checkable rules of PDF/UA-1
/// (ISO 14289-1, as listed by the Matterhorn Protocol 1.1) and the parts of PDF/A-2a that go with them.
/// A clean audit does not prove that a document reads well; a person with a screen reader does.
/// </summary>
public static class PdfUaAudit
{
    /// <returns>Empty when every rule holds.</returns>
    public static IReadOnlyList<PdfUaFinding> Check(byte[] file)
    {
        using var opened = new PdfUaAuditFile(file);
        var findings = new List<PdfUaFinding>();
        var content = new PdfUaAuditContent(opened);
        var tree = PdfUaAuditTree.Read(opened);
        findings.AddRange(PdfUaAuditCatalog.Check(opened));
        findings.AddRange(content.Findings);
        findings.AddRange(PdfUaAuditFonts.Check(opened, content));
        if (tree is null) findings.Add(new PdfUaFinding("structure", "The file has no tag tree."));
        else
        {
            findings.AddRange(PdfUaAuditParents.Check(opened, content, tree));
            findings.AddRange(PdfUaAuditNesting.Check(opened, tree));
            findings.AddRange(PdfUaAuditHeadings.Check(opened, content, tree));
            findings.AddRange(PdfUaAuditLinks.Check(opened, tree));
        }

        return findings;
    }
}
