using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Assessment.Data;

/// <summary>Hands rows of agency, delivery, participant, wave, form version and packed scores to a visitor, without an object per row.</summary>
internal static class ScoreSheetReader
{
    /// <summary>Reads to the end; answers how many rows there were.</summary>
    public static int Visit(DbDataReader rows, ScoreSheetVisitor visit) => rows is SqliteDataReader { Handle: { } statement } sqlite
        ? Visit(sqlite, statement, visit)
        : VisitAny(rows, visit);

    /// <summary>SQLite lends its own bytes until the next row, which spares a copy and the driver's checks of each column.</summary>
    private static int Visit(SqliteDataReader rows, sqlite3_stmt statement, ScoreSheetVisitor visit)
    {
        var count = 0;
        for (; rows.Read(); count++)
        {
            visit(
                raw.sqlite3_column_int(statement, 0),
                raw.sqlite3_column_int(statement, 1),
                raw.sqlite3_column_int(statement, 2),
                raw.sqlite3_column_int(statement, 3),
                raw.sqlite3_column_int(statement, 4),
                raw.sqlite3_column_blob(statement, 5));
        }

        return count;
    }

    private static int VisitAny(DbDataReader rows, ScoreSheetVisitor visit)
    {
        var count = 0;
        var scores = Array.Empty<byte>();
        for (; rows.Read(); count++)
        {
            var length = (int)rows.GetBytes(5, 0, null, 0, 0);
            if (scores.Length < length)
            {
                scores = new byte[length];
            }

            rows.GetBytes(5, 0, scores, 0, length);
            visit(rows.GetInt32(0), rows.GetInt32(1), rows.GetInt32(2), rows.GetInt32(3), rows.GetInt32(4), scores.AsSpan(0, length));
        }

        return count;
    }
}
