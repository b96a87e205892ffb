using System.Reflection;
using Assessment.Release.Package;
using Assessment.Release.Table;

namespace Assessment.Release.Tests.Table;

public class DeidentifiedTableTests
{
    [Test]
    public void Nothing_outside_the_library_can_make_a_table() =>
        typeof(DeidentifiedTable).GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Should().OnlyContain(constructor => constructor.IsAssembly);

    [Test]
    public void Table_is_sealed_and_has_no_setter_that_could_change_it_afterwards()
    {
        typeof(DeidentifiedTable).Should().BeSealed();
        typeof(DeidentifiedTable).GetProperties().Select(property => property.SetMethod).OfType<MethodInfo>()
            .Should().OnlyContain(setter => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)));
    }

    [Test]
    public void Package_writers_take_nothing_but_a_table() =>
        typeof(ReleasePackage).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Should().HaveCount(2).And.OnlyContain(method => method.GetParameters()[0].ParameterType == typeof(DeidentifiedTable));

    [Test]
    public void Deidentifier_is_the_only_public_way_to_a_table() =>
        typeof(Deidentifier).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType == typeof(DeidentifiedTable) || method.ReturnType.GenericTypeArguments.Contains(typeof(DeidentifiedTable)))
            .Select(method => method.DeclaringType).Should().Equal(typeof(Deidentifier));
}
