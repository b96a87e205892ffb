using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assessment.Api.Features.Take;
using Assessment.Domain;

namespace Assessment.Api.Tests.Features.Take;

/// <summary>Every sentence of the participant's pages is there in both languages.</summary>
public sealed partial class TakeTextsTests
{
    private static readonly PropertyInfo[] Sentences = [.. typeof(TakeTexts).GetProperties().Where(property => property.PropertyType == typeof(string))];

    /// <summary>Refusals that staff alone meet, or that participants' pages turn into no sentence of their own.</summary>
    private static readonly RefusalCode[] OfParticipants =
    [
        Refusals.TokenUnknown, Refusals.AttemptExists, Refusals.AttemptsUsed, Refusals.MoveCodeUnknown, Refusals.AdministrationClosed, Refusals.TimeExpired,
        Refusals.AlreadySubmitted, Refusals.ConsentMissing, Refusals.StaleRevision, Refusals.ResponseInvalid, Refusals.StorageFull, Refusals.StorageBusy,
    ];

    [Test]
    public void Both_languages_have_every_sentence_and_no_Spanish_one_is_English()
    {
        Sentences.Should().HaveCountGreaterThan(100);
        foreach (var sentence in Sentences)
        {
            var (english, spanish) = ((string)sentence.GetValue(TakeTexts.English)!, (string)sentence.GetValue(TakeTexts.Spanish)!);
            english.Should().NotBeNullOrWhiteSpace(sentence.Name);
            spanish.Should().NotBeNullOrWhiteSpace(sentence.Name).And.NotBe(english, sentence.Name);
            Places(spanish).Should().BeEquivalentTo(Places(english), sentence.Name);
        }
    }

    [Test]
    public void Every_refusal_that_a_participant_meets_has_a_sentence_in_both_languages()
    {
        TakeTexts.English.Refused().Keys.Should().BeEquivalentTo(OfParticipants.Select(code => code.Code));
        TakeTexts.Spanish.Refused().Keys.Should().BeEquivalentTo(OfParticipants.Select(code => code.Code));
    }

    [Test]
    public void A_refusal_without_a_sentence_speaks_for_itself()
    {
        var problem = new Microsoft.AspNetCore.Mvc.ProblemDetails { Detail = "Own words." };
        problem.Extensions["code"] = "not-found";
        TakeTexts.Spanish.Of(problem).Should().Be("Own words.");
    }

    [Test]
    public void The_script_gets_its_sentences_by_key()
    {
        var sentences = JsonSerializer.Deserialize<Dictionary<string, string>>(TakeTexts.Spanish.ForScript())!;
        sentences["savedHere"].Should().Be("Guardada aquí");
        sentences["storage-full"].Should().Be(TakeTexts.Spanish.StorageFull);
    }

    private static IEnumerable<string> Places(string sentence) => Place().Matches(sentence).Select(match => match.Value);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
