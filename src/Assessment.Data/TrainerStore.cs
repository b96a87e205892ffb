namespace Assessment.Data;

/// <summary>A person who teaches.</summary>
public sealed record TrainerRow
{
    /// <summary>The agency that engages the trainer.</summary>
    public int AgencyId { get; init; }

    /// <summary>Number inside; given by the store.</summary>
    public int TrainerNo { get; init; }

    /// <summary>Random id at the border.</summary>
    public Guid TrainerId { get; init; }

    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>officer, mental-health, lived-experience or other.</summary>
    public string Background { get; init; } = "";
}

/// <summary>An entry of a trainer's own training.</summary>
public sealed record CredentialRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The trainer.</summary>
    public int TrainerNo { get; init; }

    /// <summary>Order of the entries, from 1; given by the store.</summary>
    public int CredentialNo { get; init; }

    /// <summary>training-of-trainers or continuing-education.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Course taken.</summary>
    public string Course { get; init; } = "";

    /// <summary>Who issued it.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>Day completed.</summary>
    public DateOnly CompletedOn { get; init; }

    /// <summary>Last day it holds; null when it does not expire.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Length, minutes.</summary>
    public int Minutes { get; init; }
}

/// <summary>A trainer's part in a delivery.</summary>
public sealed record DeliveryTrainerRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The delivery.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>The trainer.</summary>
    public int TrainerNo { get; init; }

    /// <summary>lead, co-trainer, role-player or guest.</summary>
    public string Part { get; init; } = "";

    /// <summary>Minutes taught.</summary>
    public int Minutes { get; init; }
}

/// <summary>Trainers, their credentials and what they taught.</summary>
public sealed class TrainerStore(Session session)
{
    private const string Trainers = "SELECT agency_id, trainer_no, trainer_id, name, background FROM trainer ";

    private const string CredentialEntries =
        "SELECT c.agency_id, c.trainer_no, c.credential_no, c.kind, c.course, c.issuer, c.completed_on, c.expires_on, c.minutes FROM trainer_credential c ";

    /// <summary>Adds a trainer and answers the number.</summary>
    public async Task<int> Add(TrainerRow trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        var trainerNo = await session.NextNumber(trainer.AgencyId, "trainer");
        await session.Execute(
            "INSERT INTO trainer (agency_id, trainer_no, trainer_id, name, background) VALUES (@AgencyId, @TrainerNo, @TrainerId, @Name, @Background)",
            trainer with { TrainerNo = trainerNo });
        return trainerNo;
    }

    /// <summary>The agency's trainer with this id.</summary>
    public Task<TrainerRow?> Find(int agencyId, Guid trainerId) =>
        session.Find<TrainerRow>(Trainers + "WHERE agency_id = @agencyId AND trainer_id = @trainerId", new { agencyId, trainerId });

    /// <summary>The agency's trainers by number.</summary>
    public Task<IReadOnlyList<TrainerRow>> List(int agencyId) =>
        session.List<TrainerRow>(Trainers + "WHERE agency_id = @agencyId ORDER BY trainer_no", new { agencyId });

    /// <summary>Adds an entry to a trainer's own training and answers its order.</summary>
    public Task<int> AddCredential(CredentialRow credential) => session.Value<int>(
        """
        INSERT INTO trainer_credential (agency_id, trainer_no, credential_no, kind, course, issuer, completed_on, expires_on, minutes)
        SELECT @AgencyId, @TrainerNo, COALESCE(MAX(credential_no), 0) + 1, @Kind, @Course, @Issuer, @CompletedOn, @ExpiresOn, @Minutes
        FROM trainer_credential WHERE agency_id = @AgencyId AND trainer_no = @TrainerNo
        RETURNING credential_no
        """,
        credential);

    /// <summary>The entries of all trainers of an agency, by trainer and order.</summary>
    public Task<IReadOnlyList<CredentialRow>> Credentials(int agencyId) =>
        session.List<CredentialRow>(CredentialEntries + "WHERE c.agency_id = @agencyId ORDER BY c.trainer_no, c.credential_no", new { agencyId });

    /// <summary>Puts a trainer's part in a delivery, in place of an older one.</summary>
    public Task Assign(DeliveryTrainerRow part) => session.Execute(
        """
        INSERT INTO delivery_trainer (agency_id, delivery_no, trainer_no, part, minutes)
        VALUES (@AgencyId, @DeliveryNo, @TrainerNo, @Part, @Minutes)
        ON CONFLICT (agency_id, delivery_no, trainer_no) DO UPDATE SET part = excluded.part, minutes = excluded.minutes
        """,
        part);

    /// <summary>Who taught a delivery, by trainer.</summary>
    public Task<IReadOnlyList<DeliveryTrainerRow>> OfDelivery(int agencyId, int deliveryNo) => session.List<DeliveryTrainerRow>(
        """
        SELECT agency_id, delivery_no, trainer_no, part, minutes
        FROM delivery_trainer WHERE agency_id = @agencyId AND delivery_no = @deliveryNo ORDER BY trainer_no
        """,
        new { agencyId, deliveryNo });
}
