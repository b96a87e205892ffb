using System.Text.Json;
using Assessment.Statistics.Cases;

namespace Assessment.Statistics.Tests.Cases;

/// <summary>Input that cannot be meant is refused, naming the argument, or the column and row.</summary>
public sealed class OutcomeRefusalTests
{
    private const string Data = "events,people,time,effect,variance,group,hurt,pre,later,flat,twin\n"
        + "3,9,1.5,0.2,0.1,t,0,1,2,7,2\n1.5,4,0,0.1,0,t,2,3,,7,6\n-2,5,2,,0.3,c,1,4,5,7,8\n6,5,3,0.4,0.2,c,0,6,,7,12\n2,3,1,0.5,0.2,c,0,2,4,7,4\n";

    [TestCase("field.rate", """{"events":-1,"exposure":2}""", "Argument 'events' is a count of at least 0.")]
    [TestCase("field.rate", """{"events":1.5,"exposure":2}""", "Argument 'events' is a whole number.")]
    [TestCase("field.rate", """{"events":1,"exposure":0}""", "Argument 'exposure' is greater than 0 (1E-30 to 1E+30).")]
    [TestCase("field.rate_ratio", """{"events1":1,"exposure1":-3,"events0":1,"exposure0":2}""", "Argument 'exposure1' is greater than 0 (1E-30 to 1E+30).")]
    [TestCase("field.two_by_two", """{"x1":5,"n1":4,"x0":1,"n0":9}""", "Argument 'x1' is a count from 0 to n1.")]
    [TestCase("field.two_by_two", """{"x1":0,"n1":0,"x0":1,"n0":9}""", "Argument 'n1' is a count of at least 1.")]
    [TestCase("field.two_by_two", """{"group":"group","event":"hurt","exposed":"t","unexposed":"c"}""", "Column 'hurt', row 2: 0 or 1 was expected.")]
    [TestCase("field.two_by_two", """{"group":"group","event":"flat","exposed":"t","unexposed":"c","filter":{"group":"x"}}""", "Column 'group': no complete row has the value 't'.")]
    [TestCase("field.evalue", """{"estimate":-1}""", "Argument 'estimate' is a ratio of at least 0.")]
    [TestCase("field.evalue", """{"estimate":1,"lower":2,"upper":1}""", "Argument 'lower' is not above the upper limit.")]
    [TestCase("field.evalue", """{"estimate":1,"type":"or"}""", "Argument 'type' is rr, or_common, hr_common or smd.")]
    [TestCase("meta.escalc", """{"measure":"RR","ai":"events","n1":"people","ci":"events","n2":"people"}""", "Column 'events', row 2: a whole count of at least 0 was expected.")]
    [TestCase("meta.escalc", """{"measure":"RR","ai":"pre","n1":"flat","ci":"flat","n2":"people"}""", "Column 'flat', row 2: 7 events are more than the 4 of the group.")]
    [TestCase("meta.escalc", """{"measure":"IRR","x1":"people","t1":"time","x2":"people","t2":"time"}""", "Column 'time', row 2: an exposure above 0 (1E-30 to 1E+30) was expected.")]
    [TestCase("meta.escalc", """{"measure":"SMCC","m1":"pre","m2":"pre","sd1":"events","sd2":"pre","n":"people","r":"effect"}""", "Column 'events', row 3: a standard deviation of at least 0 was expected.")]
    [TestCase("meta.escalc", """{"measure":"SMCR","m1":"pre","m2":"pre","sd1":"pre","n":"people","r":"pre"}""", "Column 'pre', row 2: a correlation from -1 to 1 was expected.")]
    [TestCase("meta.random", """{"yi":"effect","vi":"variance"}""", "Column 'variance', row 2: a variance above 0 (1E-30 to 1E+30) was expected.")]
    [TestCase("meta.random", """{"yi":"effect","vi":"time","filter":{"people":5,"time":2}}""", "Column 'effect': no complete row is left to analyse.")]
    [TestCase("power.two_proportions", """{"n":9,"p1":1.2,"p2":0.5}""", "Argument 'p1' lies between 0 and 1.")]
    [TestCase("power.two_sample_t_clustered", """{"k1":1,"k0":1,"m":9,"cv":0,"icc":0,"sd":1,"delta":1}""", "Argument 'k1' makes at least 3 and at most 10000002 clusters together with k0.")]
    [TestCase("power.stepped_wedge", """{"design":[[0,1],[0]],"n":9,"sigma2":1,"tau2":0,"delta":1}""", "Argument 'design' is a list of lists of 0 and 1, equally long.")]
    [TestCase("power.paired_t", """{"n":9,"delta":1,"sd":1,"alpha":0}""", "Argument 'alpha' lies between 0 and 1, at least 1E-9 from either.")]
    [TestCase("attrition.logistic", """{"observed":"later","covariates":["pre","twin"]}""", "Column 'twin' does not vary beyond the columns before it, or there are too few rows.")]
    [TestCase("attrition.logistic", """{"observed":"later","covariates":["flat"]}""", "Column 'flat' does not vary beyond the columns before it, or there are too few rows.")]
    [TestCase("attrition.logistic", """{"observed":"pre","covariates":["people"]}""", "Column 'pre': nobody is missing.")]
    [TestCase("attrition.little_mcar", """{"columns":["pre","flat"]}""", "Column 'flat' does not vary.")]
    [TestCase("attrition.ipw", """{"pre":"pre","post":"pre","followup":"later","covariates":["word"]}""", "There is no column 'word'; the columns are events, people, time, effect, variance, group, hurt, pre, later, flat, twin.")]
    [TestCase("attrition.delta", """{"pre":"pre","followup":"later","filter":{"people":9}}""", "Columns 'pre' and 'later': fewer than two rows have both.")]
    [TestCase("mi.pool", """{"estimates":[1],"ses":[1]}""", "Argument 'estimates' holds at least two estimates.")]
    [TestCase("mi.pool", """{"estimates":[1,2],"ses":[1,0]}""", "Argument 'ses' holds standard errors above 0 (1E-50 to 1E+50).")]
    public void Refuses(string method, string args, string reason)
    {
        var tables = new Dictionary<string, CaseTable> { ["data"] = CaseTable.Read(new StringReader(Data)) };
        var answer = CaseRunner.Run(method, tables, JsonSerializer.Deserialize<JsonElement>(args));
        answer.Should().BeOfType<CaseAnswer.Refused>().Which.Reason.Should().Be(reason);
    }
}
