using Assessment.Domain.People;

namespace Assessment.Evaluation.Scores;

/// <summary>Who was enrolled: one column a fact, one place an enrollment, ascending by agency, delivery, participant.</summary>
public sealed class Enrollments
{
    private readonly List<int> agencies = [], deliveries = [], participants = [];
    private readonly List<byte> kinds = [], consents = [];

    /// <summary>Number of enrollments.</summary>
    public int Count => participants.Count;

    /// <summary>Number of different deliveries.</summary>
    public int Deliveries => deliveries.Distinct().Count();

    /// <summary>Number of different agencies.</summary>
    public int Agencies => agencies.Distinct().Count();

    internal List<int> DeliveryColumn => deliveries;

    internal bool IsOfficer(int place) => kinds[place] == 0;

    internal bool Consents(int place, int wave) => (consents[place] & (1 << wave)) != 0;

    internal void Add(EnrollmentKey key, string kind, ConsentedWaves consent)
    {
        var code = ParticipantKind.All.TakeWhile(known => known != kind).Count();
        if (code == ParticipantKind.All.Count) throw new ArgumentException($"\"{kind}\" is no kind of participant.", nameof(kind));
        if (Count > 0 && Key(Count - 1).CompareTo(key) >= 0) throw new ArgumentException("Enrollments come ascending by agency, delivery, participant, each once.", nameof(key));
        agencies.Add(key.Agency);
        deliveries.Add(key.Delivery);
        participants.Add(key.Participant);
        kinds.Add((byte)code);
        consents.Add((byte)consent);
    }

    internal EnrollmentKey Key(int place) => new(agencies[place], deliveries[place], participants[place]);
}

/// <summary>Orders enrollments and rows alike.</summary>
internal readonly record struct EnrollmentKey(int Agency, int Delivery, int Participant) : IComparable<EnrollmentKey>
{
    public int CompareTo(EnrollmentKey other)
    {
        var byAgency = Agency.CompareTo(other.Agency);
        if (byAgency != 0) return byAgency;
        var byDelivery = Delivery.CompareTo(other.Delivery);
        return byDelivery != 0 ? byDelivery : Participant.CompareTo(other.Participant);
    }
}
