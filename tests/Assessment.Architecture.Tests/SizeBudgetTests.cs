using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assessment.Architecture.Tests;

/// <summary>Files of at most 400 lines, methods of at most 50, constructors of at most 5 parameters.</summary>
public class SizeBudgetTests
{
    [Test]
    public void Files_stay_readable() =>
        Repository.SourceFiles().Select(file => (File: Repository.Relative(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > 400).Should().BeEmpty();

    [Test]
    public void Methods_stay_readable() =>
        Nodes<BaseMethodDeclarationSyntax>()
            .Select(found => (found.File, Name: found.Node.ToString().Split('\n')[0], Lines: Lines(found.Node)))
            .Where(method => method.Lines > 50).Should().BeEmpty();

    [Test]
    public void Constructors_take_few_parameters() =>
        // A record is its list of values; the budget is for classes that are handed collaborators.
        Nodes<ClassDeclarationSyntax>().Where(found => (found.Node.ParameterList?.Parameters.Count ?? 0) > 5)
            .Select(found => $"{found.File}: {found.Node.Identifier}")
            .Concat(Nodes<ConstructorDeclarationSyntax>().Where(found => found.Node.ParameterList.Parameters.Count > 5)
                .Select(found => $"{found.File}: {found.Node.Identifier}"))
            .Should().BeEmpty();

    private static int Lines(BaseMethodDeclarationSyntax method)
    {
        var span = method.SyntaxTree.GetLineSpan(method.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static IEnumerable<(string File, T Node)> Nodes<T>() =>
        Repository.SourceFiles().SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<T>()
            .Select(node => (Repository.Relative(file), node)));
}
