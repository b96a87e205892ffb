namespace Assessment.Api.Features.Attempts;

/// <summary>What a participant reads before deciding; the version is stored with the decision.</summary>
internal static class ConsentText
{
    public const string Version = "2026-11";

    public static string For(string plane) => plane == "research"
        ? """
          Your answers are research data. Nobody in your agency sees your answers or your score, and they may not be used for
          a personnel decision. Your agency sees counts and averages of classes of 11 people or more; it knows that you were
          enrolled. If you grant consent, your scores, without name, may also be used for research and be published in a file
          from which nobody can be told apart. If you refuse, you may take the test all the same; it then counts only in the
          totals that the law asks of your agency. You may withdraw later; a file that is already published cannot be called back.
          """
        : """
          This is part of your agency's training record. Your trainer and the administrator of your agency see whether you
          completed it and your result.
          """;
}
