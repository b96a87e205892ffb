namespace Assessment.Api.Hosting;

/// <summary>The one place that names the system's clock; everything else is handed a <see cref="TimeProvider"/>.</summary>
internal static class Clock
{
    public static TimeProvider System => TimeProvider.System;
}
