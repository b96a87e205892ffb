namespace Assessment.Interchange.Tests.Linking;

/// <summary>
/// Two waves of simulated people and the links that a program of another author gave for them by the rule of
/// docs/code-linking.md. Form numbers carry the truth: a007 and b007 are one person, who changed too much to be linked.
/// </summary>
internal static class SimulatedWaves
{
    public const string Wave1 = """
        form,mother_initial,birth_city_initial,birth_day,older_siblings,middle_initial,first_school_initial
        a000,S,J,22,2,M,E
        a001,S,J,22,2,M,E
        a002,H,W,01,3,E,R
        a003,H,W,01,0,E,R
        a004,C,T,22,1,N,C
        a005,A,B,27,3,T,H
        a006,C,P,31,1,D,P
        a007,E,W,11,2,W,F
        a008,B,W,06,2,C,N
        a009,P,S,16,2,N,W
        a010,A,C,31,0,J,M
        a011,M,N,22,1,D,J
        a012,H,L,12,1,T,T
        a013,F,A,13,1,B,T
        a014,A,H,22,1,B,N
        a015,G,D,25,2,H,F
        a016,C,J,02,1,J,S
        a017,M,B,17,1,M,G
        a018,L,K,15,1,S,H
        a019,F,R,30,2,M,F
        a020,G,H,30,2,A,J
        a021,L,F,08,0,T,B
        a022,H,D,12,2,T,E
        a023,A,L,29,3,J,D
        a024,H,T,17,1,S,M
        a025,J,R,29,3,F,R
        a026,K,B,09,1,T,R
        a027,G,K,17,1,A,A
        a028,A,E,18,1,P,E
        a029,H,G,14,1,B,W
        a030,J,B,14,1,-,C
        a031,N,G,19,2,M,M
        a032,N,F,01,3,E,A
        a033,B,C,30,1,W,G
        a034,N,D,23,1,G,K
        a035,J,W,16,2,D,G
        a036,W,N,19,0,C,P
        a037,M,L,03,3,L,E
        a038,C,K,10,3,F,P
        a039,M,F,01,0,S,R
        """;

    public const string Wave2 = """
        form,mother_initial,birth_city_initial,birth_day,older_siblings,middle_initial,first_school_initial
        b030,J,B,14,1,-,C
        b018,L,K,15,1,S,H
        b022,H,D,12,2,T,E
        b033,B,C,30,1,W,G
        b023,A,L,29,3,J,D
        b017,M,B,17,1,M,G
        b007,É,Z,11,2,Z,F
        b010,A,C,31,0,J,M
        b014,A,H,22,1,B,N
        b019,K,R,30,2,M,F
        b000,S,J,22,2,M,E
        b020,G,H,30,2,A,J
        b004,C,T,22,1,N,C
        b002,H,W,01,3,E,R
        b025,j ,R,29,3,F,R
        b009,P,S,16,2,N,W
        b011,M,N,22,1,D,J
        b001,S,J,22,2,H,E
        b032,N,F,01,3,E,A
        b031,N,G,19,2,M,M
        b003,H,,01,0,E,R
        b008,B,W,06,2,C,N
        b006,C,P,08,5,D,P
        b029,H,G,14,1,B,W
        b005,a ,B,27,3,T,H
        b034,N,D,23,1,G,K
        b028,A,E,,1,P,E
        b015,G,D,25,2,H,F
        b012,H,L,12,1,T,T
        b035,J,W,16,2,D,
        b013,F,A,13,1,B,T
        b021,L,F,08,0,T,B
        b016,C,N,02,1,J,S
        b027,g ,K,17,1,A,A
        b026,K,E,09,1,T,R
        b024,H,T,17,1,S,M
        """;

    /// <summary>Forms linked although one element differs or is missing; the 26 other links are exact.</summary>
    public static readonly string[] Near = ["a003", "a016", "a019", "a026", "a028", "a035"];

    /// <summary>a000 and a001 wrote the same code, so neither b000 nor b001 can be told apart.</summary>
    public static readonly string[] Ambiguous = ["b000", "b001"];

    /// <summary>Forms of the earlier wave that stay without a partner.</summary>
    public static readonly string[] Unlinked = ["a000", "a001", "a006", "a007", "a036", "a037", "a038", "a039"];
}
