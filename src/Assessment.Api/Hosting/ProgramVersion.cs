using System.Reflection;

namespace Assessment.Api.Hosting;

/// <summary>The version printed on reports and stored with analyses.</summary>
internal static class ProgramVersion
{
    public static string Text { get; } = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);
}
