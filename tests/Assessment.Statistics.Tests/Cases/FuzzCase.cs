using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Assessment.Statistics.Tests.Cases;

/// <summary>A random call of a method: a small table full of ties, constants, blanks and extremes, and arguments that may be spoiled.</summary>
/// <param name="Csv">Columns a to d are numbers, mostly; g is a group, k a cluster.</param>
/// <param name="Arguments">JSON.</param>
internal sealed record FuzzCase(string Csv, string Arguments)
{
    private static readonly string[] Names = ["a", "b", "c", "d", "g", "k"];

    /// <summary>Arguments that make sense; "#numbers", "#counts" and "#shares" stand for random lists, "#number" and "#count" for one value.</summary>
    private static readonly Dictionary<string, string[]> Templates = new(StringComparer.Ordinal)
    {
        ["attrition.balance"] = ["""{"observed":"a","covariates":["b","c"]}"""],
        ["attrition.delta"] = ["""{"pre":"a","followup":"b"}""", """{"pre":"a","followup":"b","deltas":"#numbers","conf":0.8}"""],
        ["attrition.ipw"] = ["""{"pre":"a","post":"b","followup":"c","covariates":["a"]}""", """{"pre":"a","post":"b","followup":"c","covariates":["b","d"]}"""],
        ["attrition.little_mcar"] = ["""{"columns":["a","b"]}""", """{"columns":["a"]}"""],
        ["attrition.logistic"] = ["""{"observed":"a","covariates":["b"]}""", """{"observed":"a","covariates":["b","c"]}"""],
        ["dist.hedges_j"] = ["""{"m":"#numbers"}"""],
        ["dist.noncentral_t"] = ["""{"t":"#numbers","df":"#numbers","ncp":"#numbers"}"""],
        ["dist.signrank_wilcox"] = ["""{"n":"#counts","m":"#counts","n2":"#counts"}"""],
        ["dist.tails"] = ["""{"t_q":"#numbers","t_df":"#numbers","c_q":"#numbers","c_df":"#numbers","f_q":"#numbers","f_df1":"#numbers","f_df2":"#numbers","z":"#numbers","p":"#shares"}"""],
        ["field.evalue"] =
        [
            .. from t in (string[])["rr", "or_common", "hr_common", "smd"] select $$"""{"estimate":"#number","lower":"#number","upper":"#number","type":"{{t}}"}""",
            """{"estimate":"#number"}""",
        ],
        ["field.event_study"] = [$$"""{{{Wedge}},"leads":2,"lags":1}""", $$"""{{{Wedge}},"leads":1,"lags":"#count","family":"gaussian"}""", $$"""{{{Wedge}},"leads":"#count","lags":0,"offset_log":"b"}"""],
        ["field.gee"] = [.. from f in Families select $$"""{"family":"{{f}}","corstr":"exchangeable","response":"a","terms":["b"],"cluster":"k"}""", """{"family":"gaussian","corstr":"independence","response":"a","terms":["factor:g"],"cluster":"k"}""", .. from f in Families select $$"""{"family":"{{f}}","corstr":"ar1","response":"a","terms":["b"],"cluster":"k","wave":"c"}"""],
        ["field.glm"] =
        [
            .. from f in Families select $$"""{"family":"{{f}}","response":"a","terms":["b","factor:g"],"cluster":"k","cr2":true}""",
            .. from f in Families select $$"""{"family":"{{f}}","response":"a","terms":["factor:k","log:c","b:d"],"report":["b:d"]}""",
            .. from f in Families select $$"""{"family":"{{f}}","response":"a","terms":[],"offset_log":"b","drop_zero_units":"k","cluster":"g"}""",
        ],
        ["field.group_time"] = [$$"""{{{Wedge}}}""", $$"""{{{Wedge}},"exposure":"b","per":"#number"}"""],
        ["field.its"] = ["""{"response":"a","start":2,"lag":1}""", """{"response":"a","start":"#count","lag":"#count","log":true,"horizon":"#number"}""", """{"response":"a","intervention_column":"d","lag":0,"season":"#number","harmonics":1}"""],
        ["field.modified_poisson"] = ["""{"response":"a","terms":["b"],"treatment":"b"}""", """{"response":"a","terms":["c","b","factor:k"],"treatment":"b"}"""],
        ["field.nb"] = ["""{"response":"a","terms":["b"],"cluster":"k"}""", """{"response":"a","terms":["factor:k","d"],"offset_log":"b","drop_zero_units":"k"}""", """{"response":"a","terms":[]}"""],
        ["field.ols"] = ["""{"response":"a","terms":["b","factor:g"],"cluster":"k"}""", """{"response":"a","terms":["b","log:c"],"offset_log":"d"}"""],
        ["field.randomization"] = [$$"""{{{Wedge}}}""", $$"""{{{Wedge}},"strata":"g","offset_log":"b"}""", $$"""{{{Wedge}},"replicates":"#number","seed":"#count"}"""],
        ["field.proportion"] = ["""{"x":"#count","n":"#count"}"""],
        ["field.rate"] = ["""{"events":"#count","exposure":"#number","per":"#number"}"""],
        ["field.rate_ratio"] = ["""{"events1":"#count","exposure1":"#number","events0":"#count","exposure0":"#number"}""", """{"events1":"#count","exposure1":2,"events0":"#count","exposure0":3,"conf":0.5}"""],
        ["field.two_by_two"] = ["""{"x1":"#count","n1":"#count","x0":"#count","n0":"#count"}""", """{"x1":"#count","n1":9,"x0":"#count","n0":5000}""", """{"group":"g","event":"a","exposed":"t","unexposed":"c"}"""],
        ["gain.bca"] = [.. from s in (string[])["mean_gain", "d_z", "class_gain", "median_gain"] select $$"""{"pre":"a","post":"b","statistic":"{{s}}","max":"#number"}"""],
        ["gain.clustered_mean"] = ["""{"value":"a","cluster":"k"}"""],
        ["gain.descriptives"] = ["""{"column":"a"}""", """{"column":"b","filter":{"g":"t"}}"""],
        ["gain.effect_sizes_independent"] = [Groups("value")],
        ["gain.rank_sum"] = [Groups("value")],
        ["gain.hake"] = ["""{"pre":"a","post":"b","max":"#number"}""", """{"pre":"a","post":"b","max":3}"""],
        ["gain.mcnemar"] = ["""{"pre":"a","post":"b","cut":"#number"}""", """{"table":["#count","#count","#count","#count"]}"""],
        ["gain.ancova"] = [Panel],
        ["gain.did"] = [Panel],
        ["gain.morris_dppc2"] = [Panel, Panel.Replace("}", ",\"rho\":\"#number\"}", StringComparison.Ordinal)],
        ["gain.reliable_change"] = ["""{"pre":"a","post":"b","reliability":0.8}""", """{"pre":"a","post":"b","reliability":"#number","sd_pre":"#number"}"""],
        ["gain.retention"] = ["""{"pre":"a","post":"b","followup":"c"}"""],
        ["gain.tost_paired"] = ["""{"pre":"a","post":"b","low":-1,"high":1}""", """{"pre":"a","post":"b","low":"#number","high":"#number","alpha":"#number"}"""],
        ["meta.escalc"] =
        [
            .. from m in (string[])["RR", "OR", "RD"] select $$"""{"measure":"{{m}}","ai":"a","n1":"b","ci":"c","n2":"d"}""",
            .. from m in (string[])["SMCC", "SMCR", "SMCRH"] select $$"""{"measure":"{{m}}","m1":"a","m2":"b","sd1":"c","sd2":"d","n":"k","r":"d"}""",
            """{"measure":"IRR","x1":"a","t1":"b","x2":"c","t2":"d"}""", """{"measure":"SMD","m1":"a","sd1":"b","n1":"k","m2":"c","sd2":"d","n2":"k"}""",
        ],
        ["meta.random"] = ["""{"yi":"a","vi":"b"}""", """{"yi":"a","vi":"k"}"""],
        ["mi.pool"] = ["""{"estimates":"#numbers","ses":"#numbers"}""", """{"estimates":"#numbers","ses":[1,2],"df_complete":"#number"}"""],
        ["mult.adjust"] = ["""{"p":"#shares"}""", """{"column":"a"}"""],
        ["nist.anova"] = ["{}"],
        ["nist.linear"] = ["""{"model":"poly:2"}""", """{"model":"origin"}""", """{"model":"multiple"}"""],
        ["nist.univariate"] = ["{}"],
        ["power.paired_t"] = ["""{"n":"#count","delta":"#number","sd":"#number"}""", """{"n":12,"delta":"#number","sd":2,"alpha":"#number","power":"#number"}"""],
        ["power.rate_ratio"] = ["""{"rate0":"#number","rr":"#number","t0":"#number","t1":"#number"}""", """{"rate0":0.1,"rr":0.5,"t0":"#number","t1":30,"dispersion":"#number","power":0.9}"""],
        ["power.stepped_wedge"] = ["""{"design":[[0,1],[0,0]],"n":"#number","sigma2":"#number","tau2":"#number","delta":"#number"}""", """{"design":[[0,1,1],[0,1,1]],"n":3,"sigma2":1,"tau2":"#number","delta":1}"""],
        ["power.two_proportions"] = ["""{"n":"#number","p1":0.3,"p2":"#number"}""", """{"n":"#number","p1":"#number","p2":1,"alpha":0.01}""", """{"n":9,"p1":0,"p2":0.5,"power":"#number"}"""],
        ["power.two_sample_t_clustered"] = ["""{"k1":"#count","k0":"#count","m":"#number","cv":"#number","icc":0.1,"sd":1,"delta":"#number"}""", """{"k1":2,"k0":1,"m":9,"cv":0,"icc":"#number","sd":"#number","delta":"#number"}"""],
        ["rel.kappa"] = ["""{"rater1":"a","rater2":"b"}""", """{"rater1":"a","rater2":"g","levels":[0,1,2,"t"]}"""],
        ["stream.moments"] = ["""{"x":"a","cuts":"#counts"}""", """{"x":"a"}"""],
        ["stream.bivariate"] = ["""{"x":"a","y":"b","cuts":"#counts"}""", """{"x":"a","y":"b"}"""],
        ["test.dif_logistic"] = ["""{"items":["a","b","c"],"group":"g","focal":"t","item":"a"}""", """{"items":["a","b","c"],"group":"g","focal":"t","item":"b","missing":"listwise"}"""],
        ["test.dif_mh"] = ["""{"items":["a","b","c"],"group":"g","reference":"c","focal":"t"}"""],
        ["test.distractors"] = ["""{"items":["a","b","g"],"key":[1,0,"t"],"options":[0,1,2,"t"],"item":"a"}"""],
        ["test.equate_random_groups"] = ["""{"score":"a","form":"g","from":"t","to":"c","max":3}""", """{"score":"a","form":"g","from":"t","to":"c","max":"#count"}"""],
    };

    private static string[] Families => ["poisson", "binomial", "gaussian"];

    private const string Wedge = "\"response\":\"a\",\"unit\":\"k\",\"period\":\"c\",\"trained\":\"d\"";

    private static string Panel => """{"pre":"a","post":"b","group":"g","treated":"t","control":"c","cluster":"k"}""";

    private static readonly string[] Raters = ["""{"raters":["a","b","c"]}""", """{"raters":["a","b"],"conf":0.9}"""];
    private static readonly string[] Items = ["""{"items":["a","b","c"],"cut":2}""", """{"items":["a","b","c","d"],"missing":"listwise"}""", """{"items":["a"]}"""];
    private static readonly Gen<string> Tied = Gen.Int[0, 3].Select(i => $"{i}");
    private static readonly Gen<string> Binary = Gen.Int[0, 1].Select(i => $"{i}");
    private static readonly Gen<string> Extreme = Among("1e150", "-1e150", "1e-150", "-1e-150", "0", "1", "3e150", "1.0000000000000002");
    private static readonly Gen<string> Plain = Gen.Int[-4000, 4000].Select(i => FormattableString.Invariant($"{i / 400.0}"));
    private static readonly Gen<string> Spoiled = Among("x", "Infinity", "-Infinity", "NaN", "1e999", "1;5");
    private static readonly Gen<double> Number = Gen.OneOf(Gen.Int[-3, 30].Select(i => (double)i), Among<double>(0.5, 1e-150, 1e150, -1e150, -0.25, 1e6, 300.5, double.MaxValue));
    private static readonly Gen<double> Count = Gen.OneOf(Gen.Int[0, 9].Select(i => (double)i), Among<double>(-1, 1.5, 5000, 1e9, 3e9));
    private static readonly Gen<double> Share = Gen.OneOf(Gen.Double[0, 1], Among<double>(0, 1, 1e-300, 0.5, -0.1, 1.1));
    private static readonly Gen<string?> Junk = Among<string?>(null, "null", "\"nowhere\"", "7", "-1", "1e300", "[]", "[1,\"a\",null]", "{}", "true", "[\"a\",\"a\"]");

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Groups(string value) => $$"""{"{{value}}":"a","group":"g","treated":"t","control":"c"}""";

    /// <summary>Random calls of a method.</summary>
    public static Gen<FuzzCase> Of(string method)
    {
        var templates = Templates.TryGetValue(method, out var own) ? own
            : method.StartsWith("rel.", StringComparison.Ordinal) ? Raters
            : method.StartsWith("test.", StringComparison.Ordinal) ? Items
            : ["""{"pre":"a","post":"b"}""", """{"pre":"a","post":"b","conf":0.5}"""];
        return Gen.Select(Table(method), Among(templates).SelectMany(Filled), (csv, arguments) => new FuzzCase(csv, arguments));
    }

    private static Gen<string> Table(string method) => Gen.Int[0, 6].SelectMany(n => Gen.Select(
        Column(n).Array[4], Cells(Among("t", "c"), n), Cells(Among("1", "2", "3"), n),
        (numbers, groups, clusters) =>
        {
            var columns = numbers.Append(groups).Append(clusters).ToArray();
            var names = method switch { "nist.univariate" => ["y", .. Names[1..]], "nist.anova" => ["y", "b", "c", "d", "treatment", "k"], "nist.linear" => ["y", "b"], _ => Names };
            return string.Join('\n', [string.Join(',', names), .. Enumerable.Range(0, n).Select(i => string.Join(',', columns.Take(names.Length).Select(c => c[i])))]);
        }));

    private static Gen<string[]> Column(int n) => Gen.Frequency(
        (3, Tied.Array[n]), (4, Binary.Array[n]), (2, Tied.Select(x => Enumerable.Repeat(x, n).ToArray())), (2, Extreme.Array[n]), (2, Plain.Array[n]),
        (2, Cells(Tied, n)), (2, Cells(Binary, n)), (1, Gen.Frequency((5, Tied), (1, Spoiled)).Array[n]));

    private static Gen<string[]> Cells(Gen<string> cell, int n) => Gen.Frequency((6, cell), (1, Among("", "NA"))).Array[n];

    // Random values for what is marked; one time in five an argument is dropped or replaced by something else.
    private static Gen<string> Filled(string template) => Gen.Select(Number.Array[24], Count.Array[24], Share.Array[6], Gen.Int[2, 3], Gen.Int[0, 14], Junk, (numbers, counts, shares, length, spoiled, junk) =>
    {
        int number = 0, count = 0;
        JsonNode? Fill(JsonNode? node) => node switch
        {
            JsonArray list => new JsonArray([.. list.Select(Fill)]),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>() switch
            {
                "#number" => JsonValue.Create(numbers[number++]),
                "#count" => JsonValue.Create(counts[count++]),
                "#numbers" => new JsonArray([.. numbers.Skip(number++ * 2).Take(spoiled == 14 ? length : 2).Select(x => JsonValue.Create(x))]),
                "#counts" => new JsonArray([.. counts.Skip(count++ * 2).Take(spoiled == 14 ? length : 2).Select(x => JsonValue.Create(x))]),
                "#shares" => new JsonArray([.. shares.Select(x => JsonValue.Create(x))]),
                var text => JsonValue.Create(text),
            },
            _ => node?.DeepClone(),
        };
        var arguments = new JsonObject(JsonNode.Parse(template)!.AsObject().Select(p => KeyValuePair.Create(p.Key, Fill(p.Value))));
        if (spoiled < 3 && arguments.Count > 0) Spoil(arguments, arguments.ElementAt(spoiled % arguments.Count).Key, junk);
        return arguments.ToJsonString();
    });

    private static void Spoil(JsonObject arguments, string key, string? junk)
    {
        if (junk is null) arguments.Remove(key);
        else arguments[key] = JsonNode.Parse(junk);
    }
}
