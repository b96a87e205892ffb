using System.Reflection;
using Assessment.Statistics.Tests.Golden;

namespace Assessment.Statistics.Tests;

public sealed class EstimatorCatalogTests
{
    [Test]
    public void Lists_every_estimator_once()
    {
        var declared = typeof(EstimatorCatalog).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => f.GetValue(null)).OfType<Estimator>();
        EstimatorCatalog.All.Should().BeEquivalentTo(declared).And.OnlyHaveUniqueItems(e => e.Id);
    }

    [Test]
    public void Every_page_exists_and_names_its_estimators() => EstimatorCatalog.All.Should().OnlyContain(
        e => File.ReadAllText(Path.Combine(GoldenCase.Repository(), e.Page)).Contains($"`{e.Id}`", StringComparison.Ordinal));

    [Test]
    public void Finds_by_id()
    {
        EstimatorCatalog.Find("d-av").Should().BeSameAs(EstimatorCatalog.CohensDav);
        EstimatorCatalog.Find("d-what").Should().BeNull();
    }
}
