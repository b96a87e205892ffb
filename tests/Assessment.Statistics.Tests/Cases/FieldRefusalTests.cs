using System.Text.Json;
using Assessment.Statistics.Cases;

namespace Assessment.Statistics.Tests.Cases;

/// <summary>What the field models do not answer, naming the column.</summary>
public sealed class FieldRefusalTests
{
    // Ten rows: y counts, e exposure, t trained, u unit, m month; half is t twice over, ok is 0 or 1, sep follows it, k is one cluster.
    private const string Data = """
        y,e,t,u,m,half,ok,sep,k,part,bad,big
        3,10,0,a,1,0,0,1,c,1.5,0,1000001
        4,12,0,a,2,0,1,2,c,2,1,2
        5,9,1,a,3,2,0,1,c,3,2,3
        2,8,1,a,4,2,1,2,c,4,0,4
        1,7,0,b,1,0,0,1,c,5,1,5
        6,15,0,b,2,0,1,2,c,6,0,6
        0,-1,0,c,1,0,0,1,c,7,1,7
        0,11,0,c,2,0,1,2,c,8,0,8
        0,13,1,c,3,2,0,1,c,9,1,9
        0,10,1,c,4,2,1,2,c,10,1,10
        """;

    private const string Panel = "y,u,m,t\n1,a,1,0\n2,a,2,1\n3,a,3,0\n1,b,1,0\n2,b,2,0\n3,b,3,1\n1,b,3,1\n";

    [TestCase("field.glm", """{"family":"poisson","response":"part","terms":["t"]}""", "wrong-type", "Column 'part', row 1: a count (0, 1, 2 …) was expected.")]
    [TestCase("field.glm", """{"family":"binomial","response":"y","terms":["t"]}""", "wrong-type", "Column 'y', row 1: 0 or 1 was expected.")]
    [TestCase("field.glm", """{"family":"poisson","response":"y","terms":["t"],"offset_log":"e"}""", "out-of-range", "Column 'e', row 7: a number above 0 was expected, for its logarithm is taken.")]
    [TestCase("field.glm", """{"family":"poisson","response":"y","terms":["log:t"]}""", "out-of-range", "Column 't', row 1: a number above 0 was expected, for its logarithm is taken.")]
    [TestCase("field.glm", """{"family":"poisson","response":"y","terms":["t","factor:u"]}""", "ill-conditioned", "Column 'u': the rows with 'c' have no events, or nothing else, so that its coefficient has no finite estimate.")]
    [TestCase("field.glm", """{"family":"poisson","response":"y","terms":["t"],"filter":{"u":"c"}}""", "ill-conditioned", "Column 'y': there are no events, or nothing else.")]
    [TestCase("field.glm", """{"family":"poisson","response":"y","terms":["t"],"drop_zero_units":"u","filter":{"u":"c"}}""", "empty-group", "Column 'y': no complete row is left to analyse.")]
    [TestCase("field.glm", """{"family":"binomial","response":"ok","terms":["sep"]}""", "ill-conditioned", "Column 'sep': the rows with '1' have no events, or nothing else, so that its coefficient has no finite estimate.")]
    [TestCase("field.glm", """{"family":"binomial","response":"ok","terms":["m","part:sep","t"]}""", "ill-conditioned", null)]
    [TestCase("field.glm", """{"family":"poisson","response":"y","terms":["t","half"]}""", "ill-conditioned", "Column 'half': its coefficient 'half' is determined by the other terms.")]
    [TestCase("field.glm", """{"family":"gaussian","response":"y","terms":["t","factor:u","half"]}""", "ill-conditioned", "Column 'half': its coefficient 'half' is determined by the other terms.")]
    [TestCase("field.glm", """{"family":"gaussian","response":"y","terms":["factor:k"]}""", "ill-conditioned", "Factor 'k' has only the level 'c'.")]
    [TestCase("field.glm", """{"family":"gaussian","response":"y","terms":["factor:part","factor:m"]}""", "empty-group", "Column 'y': 10 complete rows do not determine 13 coefficients.")]
    [TestCase("field.glm", """{"family":"gaussian","response":"y","terms":["y"]}""", "argument-invalid", "Argument 'terms' names the response.")]
    [TestCase("field.glm", """{"family":"gaussian","response":"y","terms":["t"],"report":["u"]}""", "argument-invalid", "Argument 'report' names 'u', which is no coefficient.")]
    [TestCase("field.glm", """{"family":"gamma","response":"y","terms":["t"]}""", "argument-invalid", "Argument 'family' is poisson, binomial or gaussian.")]
    [TestCase("field.glm", """{"family":"gaussian","response":"y","terms":["u"]}""", "wrong-type", "Column 'u', row 1: a number was expected.")]
    [TestCase("field.nb", """{"response":"big","terms":["t"]}""", "wrong-type", "Column 'big', row 1: a count from 0 to 1000000 was expected.")]
    [TestCase("field.nb", """{"response":"y","terms":["t","factor:u"]}""", "ill-conditioned", "Column 'u': the rows with 'c' have no events, or nothing else, so that its coefficient has no finite estimate.")]
    [TestCase("field.ols", """{"response":"y","terms":["t","half"]}""", "ill-conditioned", "Column 'half': its coefficient 'half' is determined by the other terms.")]
    [TestCase("field.gee", """{"family":"poisson","corstr":"unstructured","response":"y","terms":["t"],"cluster":"u"}""", "argument-invalid", "Argument 'corstr' is independence, exchangeable or ar1.")]
    [TestCase("field.gee", """{"family":"poisson","corstr":"ar1","response":"y","terms":["t"],"cluster":"u"}""", "argument-missing", "Argument 'wave' is missing.")]
    [TestCase("field.gee", """{"family":"poisson","corstr":"ar1","response":"y","terms":["t"],"cluster":"u","wave":"part"}""", "wrong-type", "Column 'part', row 1: a whole number was expected.")]
    [TestCase("field.gee", """{"family":"poisson","corstr":"ar1","response":"y","terms":["t"],"cluster":"k","wave":"m"}""", "wrong-type", "Column 'm', row 5: the cluster has this wave in an earlier row.")]
    [TestCase("field.gee", """{"family":"poisson","corstr":"ar1","response":"y","terms":[],"cluster":"u","wave":"m","filter":{"m":["1","3"]}}""", "empty-group", "Column 'y': no two rows of a cluster are one wave apart.")]
    [TestCase("field.gee", """{"family":"poisson","corstr":"exchangeable","response":"y","terms":["t"]}""", "argument-missing", "Argument 'cluster' is missing.")]
    [TestCase("field.modified_poisson", """{"response":"ok","terms":["t"],"treatment":"m"}""", "argument-invalid", "Argument 'treatment' is one of the terms, as it stands.")]
    [TestCase("field.modified_poisson", """{"response":"bad","terms":["t"],"treatment":"t"}""", "wrong-type", "Column 'bad', row 3: 0 or 1 was expected.")]
    [TestCase("field.modified_poisson", """{"response":"ok","terms":["m"],"treatment":"m"}""", "wrong-type", "Column 'm', row 2: 0 or 1 was expected.")]
    [TestCase("field.its", """{"response":"y","start":1,"lag":1}""", "argument-invalid", "Argument 'start' is a month from 2 to 10.")]
    [TestCase("field.its", """{"response":"y","start":5,"lag":10}""", "argument-invalid", "Argument 'lag' is a whole number from 0 to 9.")]
    [TestCase("field.its", """{"response":"y","start":5,"lag":1,"log":true}""", "out-of-range", "Column 'y', row 7: a number above 0 was expected, for its logarithm is taken.")]
    [TestCase("field.its", """{"response":"y","start":5,"lag":1,"season":4,"harmonics":2}""", "argument-invalid", "Argument 'harmonics' is at least 1 and below half of the season.")]
    [TestCase("field.its", """{"response":"y","start":10,"lag":1}""", "ill-conditioned", "Column 'trend': its coefficient 'trend' is determined by the other terms.")]
    [TestCase("field.its", """{"response":"y","start":5,"lag":1,"season":12,"harmonics":4}""", "empty-group", "Column 'y': 10 months do not determine 12 coefficients.")]
    [TestCase("field.its", """{"response":"y","intervention_column":"bad","lag":1}""", "wrong-type", "Column 'bad', row 3: 0 or 1 was expected.")]
    public void Names_the_column(string method, string arguments, string code, string? reason)
    {
        var refused = Refused(method, arguments, Data);
        refused.Code.Should().Be(code);
        if (reason is null) refused.Reason.Should().StartWith("Column '").And.Contain("separates the responses");
        else refused.Reason.Should().Be(reason);
    }

    [TestCase("field.event_study", ""","leads":1,"lags":0""", "out-of-range", "Column 't', row 3: the unit was trained before and is not now; the method needs training that stays.")]
    [TestCase("field.group_time", "", "out-of-range", "Column 't', row 3: the unit was trained before and is not now; the method needs training that stays.")]
    [TestCase("field.group_time", ""","filter":{"u":"b"}""", "wrong-type", "Column 'm', row 4: the unit has this period in an earlier row.")]
    [TestCase("field.randomization", ""","filter":{"u":"b"}""", "ill-conditioned", "Column 't': all units start in the same period, or each has its own stratum.")]
    [TestCase("field.event_study", ""","filter":{"u":"b"},"leads":9,"lags":0""", "empty-group", "Column 't': no row lies -9 periods from a start.")]
    [TestCase("field.event_study", ""","filter":{"u":"b"},"leads":[],"lags":0""", "argument-invalid", "Argument 'leads' is a number.")]
    [TestCase("field.event_study", ""","filter":{"u":"b"},"leads":1,"lags":-1""", "argument-invalid", "Argument 'lags' is a whole number from 0 to 1000.")]
    [TestCase("field.randomization", ""","filter":{"u":"b"},"replicates":5""", "argument-invalid", "Argument 'replicates' is a whole number from 99 to 100000.")]
    [TestCase("field.randomization", ""","offset_log":"u","filter":{"u":"b"}""", "wrong-type", "Column 'u', row 1: a number was expected.")]
    public void A_panel_that_is_none_is_refused(string method, string more, string code, string reason) =>
        Refused(method, $$"""{"response":"y","unit":"u","period":"m","trained":"t"{{more}}}""", Panel).Should().Be(new CaseAnswer.Refused(code, reason));

    [Test]
    public void A_gap_in_a_series_is_refused() => Refused("field.its", """{"response":"y","start":2,"lag":0}""", "y,z\n1,0\n,0\n3,0\n4,0\n5,1\n")
        .Should().Be(new CaseAnswer.Refused("wrong-type", "Column 'y', row 2: a number was expected, for a series has no gaps."));

    [Test]
    public void A_single_cluster_has_no_cluster_robust_error()
    {
        var results = Run("field.ols", """{"response":"y","terms":["t"],"cluster":"k"}""", Data).Should().BeOfType<CaseAnswer.Results>().Subject.Values;
        results["n_clusters"].Should().Be(1);
        results["se_cr1"].Should().BeEquivalentTo(new double?[] { null, null });
        results["se_cr2"].Should().BeEquivalentTo(new double?[] { null, null });
    }

    [Test]
    public void Units_without_events_are_left_out_and_counted_when_asked_for()
    {
        var results = Run("field.glm", """{"family":"poisson","response":"y","terms":["t","factor:u"],"drop_zero_units":"u"}""", Data).Should().BeOfType<CaseAnswer.Results>().Subject.Values;
        (results["n"], results["k"], results["n_units_dropped"]).Should().Be((6, 3, 1));
    }

    private static CaseAnswer.Refused Refused(string method, string arguments, string data) => Run(method, arguments, data).Should().BeOfType<CaseAnswer.Refused>().Subject;

    private static CaseAnswer Run(string method, string arguments, string data) => CaseRunner.Run(
        method, new Dictionary<string, CaseTable> { ["data"] = CaseTable.Read(new StringReader(data)) }, JsonSerializer.Deserialize<JsonElement>(arguments));
}
