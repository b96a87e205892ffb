using System.Security.Cryptography;
using System.Text;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain.Instruments;
using Assessment.Interchange.Forms;

namespace Assessment.Api.Features.Forms;

/// <summary>The row of a draft: the canonical file with its hash, and the items as analyses need them.</summary>
internal static class FormDrafts
{
    public static FormDraft Of(Form form, int instrumentNo, DateTimeOffset now)
    {
        var content = FormJson.Write(form);
        return new FormDraft
        {
            InstrumentNo = instrumentNo,
            FormId = Secret.NewId(),
            Identifier = form.Identifier,
            Edition = form.Edition,
            Language = form.Language,
            Title = form.Title,
            Content = Encoding.UTF8.GetString(content),
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(content)),
            PassMark = form.PassMark?.Ticks,
            MaxPoints = form.MaxPoints.Ticks,
            SavedAt = now,
            Items = form.Items.Select((item, i) => new ItemRow
            {
                ItemNo = i + 1,
                Identifier = item.Identifier,
                Type = item.Type,
                TopicCode = item.Tags.Topic,
                ObjectiveCode = item.Tags.Objective,
                Ability = FormWords.Of(item.Tags.Ability),
                MaxPoints = item.MaxPoints.Ticks,
                Reversed = item is Likert { Reversed: true },
                Tactics = item.Tags.Tactics.Distinct().ToList(),
            }).ToList(),
        };
    }
}
