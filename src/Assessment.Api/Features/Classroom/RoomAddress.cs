using System.Net;

namespace Assessment.Api.Features.Classroom;

/// <summary>Where devices in the room reach the service. Pure.</summary>
/// <param name="Join">The address to project, without a slash at its end.</param>
/// <param name="Others">Further addresses of the service.</param>
/// <param name="OnlyThisComputer">No other device reaches it.</param>
public sealed record RoomAddress(string Join, IReadOnlyList<string> Others, bool OnlyThisComputer)
{
    private static readonly string[] Everywhere = ["0.0.0.0", "[::]", "*", "+"];

    /// <summary>
    /// The address that the trainer's own browser asked is projected when it leads over a network; else the first address of this
    /// machine that the service listens on.
    /// </summary>
    /// <param name="scheme">Scheme of the trainer's request.</param>
    /// <param name="host">Host of the trainer's request, with its port.</param>
    /// <param name="listening">Addresses that the service listens on.</param>
    /// <param name="own">Addresses of this machine's networks.</param>
    public static RoomAddress Of(string scheme, string host, IEnumerable<string> listening, IReadOnlyList<IPAddress> own)
    {
        var asked = new Uri($"{scheme}://{host}");
        var reached = listening.Select(BindingAddress.Parse).SelectMany(bound => Reached(bound, own)).Distinct().ToList();
        return (asked.IsLoopback, reached) switch
        {
            (false, _) => new(Text(asked), [.. reached.Except([Text(asked)])], false),
            (true, [var first, .. var others]) => new(first, others, false),
            _ => new(Text(asked), [], true),
        };
    }

    private static IEnumerable<string> Reached(BindingAddress bound, IReadOnlyList<IPAddress> own)
    {
        var hosts = Everywhere.Contains(bound.Host) ? own.Select(address => address.ToString()) : [bound.Host];
        return hosts.Select(host => new Uri($"{bound.Scheme}://{host}:{bound.Port}")).Where(address => !address.IsLoopback).Select(Text);
    }

    private static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
