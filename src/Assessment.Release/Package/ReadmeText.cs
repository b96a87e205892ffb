using System.Globalization;
using System.Text;
using Assessment.Release.Table;

namespace Assessment.Release.Package;

/// <summary>What the reader of a release is told. Every count follows <see cref="Disclosure"/>.</summary>
internal static class ReadmeText
{
    public static string Of(DeidentifiedTable table, ReleaseFacts facts)
    {
        var text = new StringBuilder();
        foreach (var section in (string[])[Opening(table, facts), Changes(table), Hidden(table), Statistics(table), Clustering(facts), Terms(table, facts)])
        {
            text.Append(section.ReplaceLineEndings("\n")).Append('\n');
        }

        return text.ToString();
    }

    private static string Opening(DeidentifiedTable table, ReleaseFacts facts) => Invariant($"""
        # {OneLine(facts.Title)}

        Release {table.Release}, public product, {facts.Date:yyyy-MM-dd}.

        `scores.csv` holds one row for each of {table.Rows.Length} people who consented: their scores at each wave and how many
        months after the training they answered. It holds no answers to single questions and cannot be joined with ratings.
        `codebook.csv` explains every column and code. `manifest.json` gives the SHA-256 of every file.

        CSV files are UTF-8 with line feeds. Categories are integer codes: 97 masked to protect privacy, 98 does not apply,
        99 not answered. Scores are blank when absent.

        """);

    private static string Changes(DeidentifiedTable table)
    {
        var text = new StringBuilder(Invariant($"""
            ## How people are protected

            - Codes were made with a random key that was destroyed. The same person has another code in every other file.
            - Every combination of the columns that outsiders could know is shared by {table.Profile.K} people or more. There are
              {table.Classes} combinations; the smallest has {table.SmallestClass} people.
            - Among people alike in these columns, everyone shares the pattern of answered waves, and the month bands, with
              {table.Profile.G - 1} others or more. Where a pattern was rarer, further scores were blanked; a hidden score looks like one never answered.
            - No date, no agency and no answer to a single question is in the file.

            | column | how it was changed | hidden cells |
            | --- | --- | --- |

            """));
        foreach (var column in table.Columns)
        {
            var groups = string.Join("; ", column.Categories.Where(category => category.Code < ReleasedCode.Masked).Select(category => category.Label));
            text.Append(Invariant($"| `{column.Name}` | {column.RecodeLevel}{(groups.Length > 0 ? ": " + groups : "")} | {Disclosure.Share(column.Masked, table.Rows.Length, table.Profile.K)} |\n"));
        }

        foreach (var column in table.LeftOut)
        {
            text.Append(Invariant($"| `{column}` | left out | all |\n"));
        }

        return text.ToString();
    }

    /// <summary>Masking can fall on some groups more than on others, so the reader is told for whom data are missing.</summary>
    private static string Hidden(DeidentifiedTable table)
    {
        var text = new StringBuilder("""
            ## Scores present, by group

            How many of the score cells hold a number; the others were not answered or are hidden.

            | group | people | score cells filled |
            | --- | --- | --- |

            """);
        foreach (var (column, place) in table.Columns.Where(column => column.Type == ReleasedColumnType.Category).Select((column, place) => (column, place)))
        {
            foreach (var category in column.Categories.Where(category => category.N >= table.Profile.K))
            {
                var cells = table.Rows.Where(row => row.Categories[place] == category.Code).SelectMany(row => row.Scores).ToList();
                text.Append(Invariant($"| {column.Label}: {category.Label} | {category.N} | {100.0 * cells.Count(cell => cell is not null) / cells.Count:0} % |\n"));
            }
        }

        return text.ToString();
    }

    private static string Statistics(DeidentifiedTable table)
    {
        var text = new StringBuilder("""
            ## Statistics recomputed from this file

            Mean gain is later minus earlier, over rows that have both scores. The last column says how far the mean over all
            who consented, hidden scores included, is from it; above 10 % do not use the figure.

            | from | to | pairs | mean gain | difference from the confidential mean |
            | --- | --- | --- | --- | --- |

            """);
        foreach (var gain in table.Gains)
        {
            text.Append(Invariant($"| `{gain.From}` | `{gain.To}` | {Disclosure.Count(gain.Pairs, table.Profile.K)} | {gain.Mean?.ToString("0.####", CultureInfo.InvariantCulture) ?? "not stated"} | {Describe(gain.Difference)} |\n"));
        }

        return text.ToString();
    }

    private static string Clustering(ReleaseFacts facts)
    {
        var text = new StringBuilder("""
            ## Standard errors

            People of one agency and one class are alike, so errors computed as if all rows were independent are too small.
            Multiply a standard error by the square root of the design effect where one is given; otherwise use the pool of
            agencies as the cluster where the file has it.

            """);
        if (facts.Clustering.Count > 0)
        {
            text.Append("\n| gain to | clustered by | ICC | design effect |\n| --- | --- | --- | --- |\n");
        }

        foreach (var clustering in facts.Clustering)
        {
            text.Append(Invariant($"| `{OneLine(clustering.ScoreColumn)}` | {OneLine(clustering.Cluster)} | {clustering.IntraclassCorrelation:0.00} | {clustering.DesignEffect:0.0} |\n"));
        }

        return text.ToString();
    }

    private static string Terms(DeidentifiedTable table, ReleaseFacts facts) => Invariant($"""
        ## What may not be done

        Do not try to find out who a row is about, and do not join the rows with rosters, ratings, force reports or another
        release. Identifiable research data are protected by 34 U.S.C. 10231 and 28 CFR Part 22. Results must not be used for
        decisions about any employee. If you believe a person can be recognized, tell the contact and nobody else.

        ## How to cite

        {OneLine(facts.Producer)} ({facts.Date:yyyy}). {OneLine(facts.Title)}, release {table.Release} [data file].

        Contact: {OneLine(facts.Contact)}

        """);

    private static string Describe(GainDifference difference) => difference switch
    {
        GainDifference.None => "none",
        GainDifference.BelowOnePercent => "< 1 %",
        GainDifference.OneToFivePercent => "1–5 %",
        GainDifference.FiveToTenPercent => "5–10 %",
        GainDifference.AboveTenPercent => "more than 10 %: do not use",
        _ => "not stated",
    };

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n', '|'], StringSplitOptions.RemoveEmptyEntries)).Trim();

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
