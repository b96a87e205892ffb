using System.Text.Json;
using Assessment.Statistics.Cases;

namespace Assessment.Statistics.Tests.Cases;

/// <summary>How gain.lmm reads formulas; names of columns and terms are those that lme4 1.1-31 prints for the same formula.</summary>
public sealed class MixedModelFormulaTests
{
    // Three levels of f, two of h (text), x numeric; groups a (6), b (3) and c (3) cross one another.
    private static readonly string Data = string.Join('\n', Rows().Prepend("y,f,h,x,a,b,c"));

    // names(fixef(lmer(…))) in R.
    [TestCase("y ~ x + (1 | a)", "(Intercept),x")]
    [TestCase("y ~ f + (1 | a)", "(Intercept),f2,f3")]
    [TestCase("y ~ f * h * x + (1 | a)", "(Intercept),f2,f3,hv,x,f2:hv,f3:hv,f2:x,f3:x,hv:x,f2:hv:x,f3:hv:x")]
    [TestCase("y ~ 0 + f + h + (1 | a)", "f1,f2,f3,hv")]
    [TestCase("y ~ f + h - 1 + (1 | a)", "f1,f2,f3,hv")]
    [TestCase("y ~ x:f + (1 | a)", "(Intercept),x:f1,x:f2,x:f3")]
    [TestCase("y ~ (f + h) * x - x + (1 | a)", "(Intercept),f2,f3,hv,f1:x,f2:x,f3:x,hv:x")]
    [TestCase("y ~ h + f + x + h:x + f:h + (1 | a)", "(Intercept),hv,f2,f3,x,hv:x,hv:f2,hv:f3")]
    [TestCase("y ~ f / x + (1 | a)", "(Intercept),f2,f3,f1:x,f2:x,f3:x")]
    [TestCase("y ~ 1 + (1 | a) + x", "(Intercept),x")]
    public void Names_fixed_effects_as_R_does(string formula, string names) => Texts(formula, "coef_names").Should().Equal(names.Split(','));

    // as.data.frame(VarCorr(lmer(…))) in R: largest factor first, equals reversed when any is out of order.
    [TestCase("y ~ x + (1 | a/b)", "b:a:(Intercept),a:(Intercept),Residual")]
    [TestCase("y ~ x + (1 | a) + (1 | b:a)", "b:a:(Intercept),a:(Intercept),Residual")]
    [TestCase("y ~ x + (x | a) + (1 | b)", "a:(Intercept),a:x,a:(Intercept):x,b:(Intercept),Residual")]
    [TestCase("y ~ x + (1 | a) + (0 + x | a) + (1 | b)", "a:(Intercept),a.1:x,b:(Intercept),Residual")]
    [TestCase("y ~ x + (1 | b) + (1 | c) + (1 | a)", "a:(Intercept),c:(Intercept),b:(Intercept),Residual")]
    [TestCase("y ~ x + (1 | a) + (1 | b) + (1 | c)", "a:(Intercept),b:(Intercept),c:(Intercept),Residual")]
    [TestCase("y ~ x + (x + h | a)", "a:(Intercept),a:x,a:hv,a:(Intercept):x,a:(Intercept):hv,a:x:hv,Residual")]
    public void Names_variances_as_lme4_does(string formula, string names) => Texts(formula, "var_names").Should().Equal(names.Split(','));

    [TestCase("y ~ x", "formula-not-supported", "'y ~ x' has no random term such as (1 | class).")]
    [TestCase("y ~ log(x) + (1 | a)", "formula-not-supported", "'log(…)' is not supported: a term is a column as it stands.")]
    [TestCase("y ~ x + (x || a)", "formula-not-supported", "'||' is not supported: write (1 | g) + (0 + x | g).")]
    [TestCase("y ~ (f + h)^2 + (1 | a)", "formula-not-supported", "'^' is not supported here.")]
    [TestCase("y ~ x + (1 | a*b)", "formula-not-supported", "'*' is not supported in a grouping factor.")]
    [TestCase("y ~ x + (1 | a", "formula-not-supported", "'the end of the formula' is not supported in a grouping factor.")]
    [TestCase("y ~ 0 + (1 | a)", "formula-not-supported", "'y ~ 0 + (1 | a)' has no fixed effects.")]
    [TestCase("y ~ x + (0 | a)", "formula-not-supported", "'(0 | a)' has no effects.")]
    [TestCase("y ~ y + (1 | a)", "formula-not-supported", "'y' stands on both sides.")]
    [TestCase("y ~ x - (1 | a)", "formula-not-supported", "'-(… | …)' is not supported: a random term cannot be taken away.")]
    [TestCase("y ~ z + (1 | a)", "unknown-column", "There is no column 'z'; the columns are y, f, h, x, a, b, c.")]
    [TestCase("h ~ x + (1 | a)", "wrong-type", "Column 'h', row 1: a number was expected.")]
    public void Refuses_what_it_cannot_read_naming_the_piece(string formula, string code, string reason)
    {
        var refused = Run(formula).Should().BeOfType<CaseAnswer.Refused>().Subject;
        refused.Code.Should().Be(code);
        refused.Reason.Should().EndWith(reason);
    }

    [Test]
    public void A_factor_of_one_level_is_refused()
    {
        var refused = Run("y ~ f + (1 | a)", """ "filter":{"f":1}, """).Should().BeOfType<CaseAnswer.Refused>().Subject;
        refused.Should().Be(new CaseAnswer.Refused("ill-conditioned", "Factor 'f' has only the level '1'."));
    }

    private static IEnumerable<string> Rows()
    {
        var random = new Random(3);
        for (var i = 0; i < 108; i++)
        {
            int f = 1 + (i / 6 % 3), a = i % 6, b = 1 + (i / 18 % 3), c = 1 + (i / 36);
            yield return FormattableString.Invariant($"{random.NextDouble() + a + f:F3},{f},{(random.Next(2) == 0 ? "u" : "v")},{random.NextDouble():F3},{a},{b},{c}");
        }
    }

    private static IEnumerable<string> Texts(string formula, string key) =>
        ((IEnumerable<string>)Run(formula).Should().BeOfType<CaseAnswer.Results>().Which.Values[key]!);

    private static CaseAnswer Run(string formula, string more = "")
    {
        var arguments = JsonSerializer.Deserialize<JsonElement>($$"""{ {{more}} "formula": "{{formula}}", "factors": ["f"], "ddf": false }""");
        return CaseRunner.Run("gain.lmm", new Dictionary<string, CaseTable> { ["data"] = CaseTable.Read(new StringReader(Data)) }, arguments);
    }
}
