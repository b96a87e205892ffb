using Assessment.Data;
using Assessment.Domain.Delivery;

namespace Assessment.Api.Features.Administrations;

/// <summary>Which of an administration's parallel forms a participant takes.</summary>
internal static class DealtForm
{
    /// <summary>Index into the administration's forms; a second go takes the next form, where there is one.</summary>
    /// <param name="administration">The administration; its assignment, seed and turn decide.</param>
    /// <param name="position">Place on the roster, from 0.</param>
    /// <param name="ordinal">First, second, … go, from 1.</param>
    /// <param name="forms">How many parallel forms there are.</param>
    public static int IndexFor(AdministrationRow administration, int position, int ordinal, int forms)
    {
        var first = administration.Assignment == "random"
            ? FormAssignment.Random(administration.Seed, position, administration.Turn, forms)
            : FormAssignment.Alternating(position, administration.Turn, forms);
        return (first + ordinal - 1) % forms;
    }
}
