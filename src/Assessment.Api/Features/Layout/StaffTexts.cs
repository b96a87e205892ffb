namespace Assessment.Api.Features.Layout;

/// <summary>
/// The sentences of the staff's pages. The English sentence is the key, so that pages stay readable; StaffTexts.es.resx holds the
/// Spanish of each. Participants' pages have sentences of their own.
/// </summary>
public sealed class StaffTexts;
