using System.Globalization;
using Assessment.Benchmarks.Load;

return args switch
{
    ["load", .. var options] => await LoadCommand.RunAsync(Number(options, "--connections", 32), Number(options, "--seconds", 10)),
    ["load-server", var database] => await LoadServer.RunAsync(database),
    _ => Usage(),
};

static int Number(string[] options, string name, int fallback)
{
    var at = Array.IndexOf(options, name);
    return at < 0 ? fallback : int.Parse(options[at + 1], NumberStyles.None, CultureInfo.InvariantCulture);
}

static int Usage()
{
    Console.Error.WriteLine("load [--connections 32] [--seconds 10]");
    return 2;
}
