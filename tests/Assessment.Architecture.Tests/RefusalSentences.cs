using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assessment.Architecture.Tests;

/// <summary>
/// What refusals can say on a page for staff: the sentences in every source file that a page's code leads to, from one name of a
/// type to the file with that type, and in what answers faults. Rather a sentence too many than one too few.
/// </summary>
internal static class RefusalSentences
{
    private static readonly string[] Read = ["src/Assessment.Api", "src/Assessment.Domain", "src/Assessment.Interchange"];

    private static readonly string[] NotFollowed =
    [
        "/Features/Endpoints.cs", // The list of every address.
        "/Features/Home/Api.cshtml.cs", // Describes the addresses and calls none.
        "/Features/Take/", // Participants' pages have texts of their own.
        "/Attempts/AttemptRefusals.cs", "/Attempts/SaveResponse.cs", "/Attempts/UploadResponses.cs", // To participants' devices; of an answer file, a page tells the titles alone.
    ];

    /// <summary>Calls whose words describe an address, or end up in no body.</summary>
    private static readonly string[] NotSaid = ["WithSummary", "Fail"];

    /// <summary>The sentences of these files, with {0}, {1}… for what is inserted.</summary>
    public static IEnumerable<string> All()
    {
        var files = Read.SelectMany(folder => Repository.SourceFiles(folder)).Select(Repository.Relative)
            .Where(file => !NotFollowed.Any(part => file.Contains(part, StringComparison.Ordinal)))
            .Select(file => new Source(file, CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot())).ToList();
        var found = new HashSet<Source>();
        var open = new Queue<Source>(files.Where(file => file.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal) || file.Path.Contains("/Problems/", StringComparison.Ordinal)));
        var declaring = files.SelectMany(file => file.Types.Select(type => (type, file))).ToLookup(one => one.type, one => one.file);
        while (open.TryDequeue(out var file))
        {
            if (!found.Add(file)) continue;
            foreach (var next in file.Names.SelectMany(name => Declaring(declaring[name], file))) open.Enqueue(next);
        }

        return found.SelectMany(file => Of(file.Root)).Distinct();
    }

    /// <summary>What a piece of code says.</summary>
    public static IEnumerable<string> Of(SyntaxNode code) =>
        code.DescendantNodes().Where(IsText).Select(text => (Node: text, Words: Template(text))).Where(text => IsSaid(text.Node, text.Words)).Select(text => text.Words);

    /// <summary>A name means the project's own type before another project's.</summary>
    private static IEnumerable<Source> Declaring(IEnumerable<Source> candidates, Source from) =>
        candidates.GroupBy(file => file.Project == from.Project).OrderByDescending(own => own.Key).FirstOrDefault() ?? Enumerable.Empty<Source>();

    private static bool IsText(SyntaxNode node) => node is InterpolatedStringExpressionSyntax || node.IsKind(SyntaxKind.StringLiteralExpression);

    private static string Template(SyntaxNode text)
    {
        if (text is not InterpolatedStringExpressionSyntax inserted) return ((LiteralExpressionSyntax)text).Token.ValueText;
        var place = 0;
        return string.Concat(inserted.Contents.Select(part => part is InterpolatedStringTextSyntax words ? words.TextToken.ValueText : $"{{{place++}}}"));
    }

    private static bool IsSaid(SyntaxNode text, string words)
    {
        if (text.Ancestors().Any(around => around is AttributeSyntax or InterpolationSyntax or ElementAccessExpressionSyntax or ThrowExpressionSyntax or ThrowStatementSyntax)) return false;
        var call = text.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent;
        var callee = call switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.ToString(),
            ObjectCreationExpressionSyntax made => made.Type.ToString(),
            _ => "",
        };
        return !NotSaid.Contains(callee) && !callee.EndsWith("Exception", StringComparison.Ordinal)
            && (callee is "Because" or "Place" || (words.Contains(' ', StringComparison.Ordinal) && words.EndsWith('.')) || text.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Title" } });
    }

    private sealed record Source(string Path, SyntaxNode Root)
    {
        public string Project => Path.Split('/')[1];

        public IEnumerable<string> Types => Root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.ValueText);

        public IEnumerable<string> Names => Root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText).Distinct();
    }
}
