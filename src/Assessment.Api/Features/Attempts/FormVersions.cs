using System.Collections.Concurrent;
using System.Text;
using Assessment.Api.Features.Forms;
using Assessment.Data;
using Assessment.Domain.Instruments;
using Assessment.Interchange.Forms;

namespace Assessment.Api.Features.Attempts;

/// <summary>
/// A form version in memory: its content never changes, so it is read once. Keys can be made after publication; they are read
/// in the transaction that scores and put on with <see cref="With"/>, so that no copy here can be out of date.
/// </summary>
/// <param name="Form">The form with keys; never sent.</param>
/// <param name="View">The form as participants see it, in the order as written.</param>
/// <param name="ItemNo">Number of each item by identifier, from 1 in form order.</param>
internal sealed record LoadedForm(Form Form, FormView View, IReadOnlyDictionary<string, int> ItemNo)
{
    /// <summary>The form with the keys that were made after its publication, as it is scored.</summary>
    public LoadedForm With(IReadOnlyList<ItemKeyRow> keys) => keys.Count == 0 ? this : this with { Form = MadeKeys.On(Form, keys) };

    /// <summary>
    /// The form in the order of one attempt: the same seed shows the same form, byte for byte. Its items come when the test has started.
    /// </summary>
    public FormView ViewOf(AttemptRow attempt) => attempt.TestStartedAt is null ? View with { Items = [], Translations = null } : Form.ShuffleItems || Form.ShuffleOptions
        ? FormView.Of(PresentationOrder.Of(Form, unchecked((ulong)attempt.Seed)))
        : View;
}

/// <summary>The published form versions that this process has met.</summary>
internal sealed class FormVersions(Database database)
{
    private readonly ConcurrentDictionary<int, LoadedForm> loaded = new();

    public async ValueTask<LoadedForm> FindAsync(int formVersionNo, CancellationToken stop)
    {
        if (loaded.TryGetValue(formVersionNo, out var form))
        {
            return form;
        }

        var version = await database.ReadAsync(session => new FormStore(session).FindVersion(formVersionNo), stop);
        return loaded.GetOrAdd(formVersionNo, Load(FormJson.Read(Encoding.UTF8.GetBytes(version!.Content)).Value));
    }

    /// <summary>The form as it is scored in this transaction: with its newest keys.</summary>
    public async Task<LoadedForm> ForScoringAsync(Session session, int formVersionNo, CancellationToken stop) =>
        (await FindAsync(formVersionNo, stop)).With(await new ItemKeyStore(session).List(formVersionNo));

    /// <summary>A form with what is looked up in it.</summary>
    public static LoadedForm Load(Form form) => new(
        form,
        FormView.Of(form),
        form.Items.Select((item, i) => (item.Identifier, No: i + 1)).ToDictionary(item => item.Identifier, item => item.No));
}
