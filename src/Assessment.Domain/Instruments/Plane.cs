namespace Assessment.Domain.Instruments;

/// <summary>Who may see a person's row of an instrument. Fixed when the instrument is created.</summary>
public enum Plane
{
    /// <summary>The agency's own training record: attendance, completion, certification tests.</summary>
    Training,

    /// <summary>Research data: nobody in the agency sees a person's row, ever.</summary>
    Research,
}
