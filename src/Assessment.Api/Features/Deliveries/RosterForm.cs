using System.Text;
using Assessment.Domain;
using Assessment.Interchange.Rosters;

namespace Assessment.Api.Features.Deliveries;

/// <summary>How the people of a class are entered: pasted, as a file, or as a number of seats.</summary>
public sealed class RosterForm
{
    public const string ByPaste = "paste", ByFile = "file", BySeats = "seats";

    /// <summary>paste, file or seats.</summary>
    public string? By { get; set; }

    public string? Pasted { get; set; }

    public IFormFile? File { get; set; }

    public int? Seats { get; set; }

    /// <summary>grant or other: who pays for people whose line does not say.</summary>
    public string? PaidBy { get; set; }

    /// <summary>The people entered, or what is wrong and where.</summary>
    public async Task<Result<IReadOnlyList<RosterLine>>> ReadAsync(CancellationToken stop)
    {
        var paidBy = PaidBy == "other" ? "other" : "grant";
        return By switch
        {
            BySeats => Seats is > 0 and <= RosterCsv.MostPeople
                ? RosterText.Seats(Seats.Value, paidBy)
                : Refusals.RosterInvalid.Because($"Enter how many seats: 1 to {RosterCsv.MostPeople}."),
            ByFile => File is null
                ? Refusals.RosterInvalid.Because("Choose the file with the roster.")
                : RosterText.Read(await BytesAsync(File, stop), paidBy),
            _ => RosterText.Read(Encoding.UTF8.GetBytes(Pasted ?? ""), paidBy),
        };
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken stop)
    {
        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, stop);
        return buffer.ToArray();
    }
}
