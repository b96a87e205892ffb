using System.Text.Json;

namespace Assessment.Api.Features.Attempts;

/// <summary>An answer as a device sends it.</summary>
/// <param name="Item">Identifier of the item.</param>
/// <param name="Value">What was chosen; null clears the answer.</param>
/// <param name="Revision">The device's counter for this item, from 1.</param>
/// <param name="Seen">Newest revision of the item, of whichever device, that this device has loaded; null when none.</param>
internal sealed record ItemAnswer(string Item, JsonElement Value, long Revision, long? Seen = null);
