using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;
using CsCheck;

namespace Assessment.Domain.Tests.Scoring;

public class EntryScoringTests
{
    [TestCase("6.5", 2.0)]
    [TestCase("6.6", 2.0, Description = "the end of the tolerance is in; 6.6 - 6.5 is exactly 0.1 in decimals, not in binary")]
    [TestCase("6.4", 2.0)]
    [TestCase("6.61", 1.0, Description = "the wider key gives half")]
    [TestCase("7", 1.0)]
    [TestCase("7.01", 0.0)]
    [TestCase("-190", 0.5, Description = "5 percent of 200 is 10")]
    [TestCase("-210", 0.5)]
    [TestCase("-210.5", 0.0)]
    [TestCase("200", 0.0)]
    public void Numeric_gives_the_weight_of_the_best_key_that_holds_the_number(string response, double points) =>
        ItemScoring.Score(ItemExamples.Number, response)!.Value.Value.Should().Be(points);

    [TestCase("1234.5", "1234.5")]
    [TestCase("1,234.5", "1234.5")]
    [TestCase("1.234,5", "1234.5")]
    [TestCase("1 234,5", "1234.5")]
    [TestCase("1,234,567", "1234567")]
    [TestCase("1.234.567", "1234567")]
    [TestCase("1,500", "1500", Description = "ambiguous; read as in the United States")]
    [TestCase("0,125", "0.125")]
    [TestCase("12,5", "12.5")]
    [TestCase("1234,500", "1234.5", Description = "four digits before the comma are no group")]
    [TestCase("1.500", "1.5")]
    [TestCase("6.50", "6.5")]
    [TestCase("007", "7")]
    [TestCase(".5", "0.5")]
    [TestCase("+3", "3")]
    [TestCase("-0.0", "0")]
    [TestCase("\u22123", "-3")]
    [TestCase("  42\u00A0", "42")]
    public void Numbers_have_one_spelling(string entered, string stored) => NumberText.Write(NumberText.Read(entered)!.Value).Should().Be(stored);

    [TestCase("")]
    [TestCase("-")]
    [TestCase("5.")]
    [TestCase("1e3")]
    [TestCase("12%")]
    [TestCase("1,23,456")]
    [TestCase("1.2.3")]
    [TestCase("1.234,5.6")]
    [TestCase("1,2,3.4,5")]
    [TestCase("--2")]
    [TestCase("٣")]
    [TestCase("12345678901234567890123456789", Description = "29 digits")]
    public void What_is_no_number_is_not_read(string entered) => NumberText.Read(entered).Should().BeNull();

    [Test]
    public void A_stored_number_reads_back_as_itself() =>
        Gen.Select(Gen.Long[-1_000_000_000_000, 1_000_000_000_000], Gen.Int[0, 10]).Sample((units, decimals) =>
        {
            var number = units / (decimal)Math.Pow(10, decimals);
            var stored = NumberText.Write(number);
            return NumberText.Read(stored) == number && NumberText.Write(NumberText.Read(stored)!.Value) == stored;
        });

    [TestCase("time and distance", 1.0)]
    [TestCase("Time  and\tDistance ", 1.0, Description = "case and runs of white space do not count")]
    [TestCase("timeanddistance", 0.0)]
    [TestCase("DISTANCIA", 0.5)]
    [TestCase("distance", 0.0)]
    public void Short_text_gives_the_weight_of_the_best_key_it_equals(string response, double points) =>
        ItemScoring.Score(ItemExamples.Text, response)!.Value.Value.Should().Be(points);

    [TestCase("Niño", "niño", true, false, false, true)]
    [TestCase("nin\u0303o", "ni\u00F1o", false, false, false, true, Description = "composed and combining spelling are one text")]
    [TestCase("nino", "niño", false, false, false, false)]
    [TestCase("nino", "niño", false, true, false, true)]
    [TestCase("ANGEL", "ángel", true, true, false, true)]
    [TestCase("de escalate", "deescalate", false, false, false, false)]
    [TestCase("de escalate", "deescalate", false, false, true, true)]
    [TestCase("Calm", "calm", false, true, true, false)]
    public void Rules_say_which_differences_count(string answer, string key, bool ignoreCase, bool ignoreAccents, bool ignoreSpaces, bool equal)
    {
        var item = ItemExamples.Text with { Keys = [new TextKey(key)], Rules = new TextRules(ignoreCase, ignoreAccents, ignoreSpaces) };
        EntryScoring.ShortText(item, answer).Should().Be(equal ? Points.One : Points.Zero);
    }

    [Test]
    public void Folding_twice_changes_nothing() =>
        Gen.Select(Gen.Char["aÉñ\u0301 \tßŉﬁİ"].Array[0, 12].Select(letters => new string(letters)), Gen.Bool, Gen.Bool, Gen.Bool)
            .Sample((text, cases, accents, spaces) =>
            {
                var rules = new TextRules(cases, accents, spaces);
                return EntryScoring.Fold(EntryScoring.Fold(text, rules), rules) == EntryScoring.Fold(text, rules);
            }, iter: 20_000);
}
