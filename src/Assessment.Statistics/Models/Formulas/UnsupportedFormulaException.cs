namespace Assessment.Statistics.Models.Formulas;

/// <summary>A formula that cannot be read, with the piece at fault; it does not leave the methods that read formulas.</summary>
internal sealed class UnsupportedFormulaException(string piece, string reason) : Exception($"'{piece}' {reason}.");
