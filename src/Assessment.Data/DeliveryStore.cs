namespace Assessment.Data;

/// <summary>One run of a course; on screens: "class".</summary>
public sealed record DeliveryRow
{
    /// <summary>The agency whose people are trained.</summary>
    public int AgencyId { get; init; }

    /// <summary>Number inside; given by the store.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>Random id at the border.</summary>
    public Guid DeliveryId { get; init; }

    /// <summary>Course given.</summary>
    public int CourseNo { get; init; }

    /// <summary>What staff call the class.</summary>
    public string Title { get; init; } = "";

    /// <summary>First day.</summary>
    public DateOnly StartsOn { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly EndsOn { get; init; }

    /// <summary>Where; null when not given.</summary>
    public string? Place { get; init; }

    /// <summary>in-person, online or blended.</summary>
    public string Mode { get; init; } = "";

    /// <summary>Length as given, minutes; null until known.</summary>
    public int? MinutesDelivered { get; init; }

    /// <summary>Of these in scenario-based exercises; null until known.</summary>
    public int? ScenarioMinutes { get; init; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Deliveries and the minutes they gave to each topic.</summary>
public sealed class DeliveryStore(Session session)
{
    private const string Deliveries =
        """
        SELECT agency_id, delivery_no, delivery_id, course_no, title, starts_on, ends_on, place, mode, minutes_delivered,
               scenario_minutes, created_at
        FROM delivery

        """;

    /// <summary>Adds a delivery with its topics and answers its number.</summary>
    public async Task<int> Add(DeliveryRow delivery, IEnumerable<TopicMinutesRow> topics)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var deliveryNo = await session.NextNumber(delivery.AgencyId, "delivery");
        await session.Execute(
            """
            INSERT INTO delivery (agency_id, delivery_no, delivery_id, course_no, title, starts_on, ends_on, place, mode,
                                  minutes_delivered, scenario_minutes, created_at)
            VALUES (@AgencyId, @DeliveryNo, @DeliveryId, @CourseNo, @Title, @StartsOn, @EndsOn, @Place, @Mode,
                    @MinutesDelivered, @ScenarioMinutes, @CreatedAt)
            """,
            delivery with { DeliveryNo = deliveryNo });
        await SetTopics(delivery.AgencyId, deliveryNo, topics);
        return deliveryNo;
    }

    /// <summary>The agency's delivery with this id.</summary>
    public Task<DeliveryRow?> Find(int agencyId, Guid deliveryId) =>
        session.Find<DeliveryRow>(Deliveries + "WHERE agency_id = @agencyId AND delivery_id = @deliveryId", new { agencyId, deliveryId });

    /// <summary>The agency's delivery with this number, which an administration names.</summary>
    public Task<DeliveryRow> Find(int agencyId, int deliveryNo) =>
        session.Value<DeliveryRow>(Deliveries + "WHERE agency_id = @agencyId AND delivery_no = @deliveryNo", new { agencyId, deliveryNo });

    /// <summary>All deliveries of an agency by first day.</summary>
    public Task<IReadOnlyList<DeliveryRow>> List(int agencyId) =>
        session.List<DeliveryRow>(Deliveries + "WHERE agency_id = @agencyId ORDER BY starts_on, delivery_no", new { agencyId });

    /// <summary>Topics of a delivery with the minutes given to them.</summary>
    public Task<IReadOnlyList<TopicMinutesRow>> Topics(int agencyId, int deliveryNo) => session.List<TopicMinutesRow>(
        "SELECT topic_code, minutes FROM delivery_topic WHERE agency_id = @agencyId AND delivery_no = @deliveryNo ORDER BY topic_code",
        new { agencyId, deliveryNo });

    /// <summary>Sets the length as given; null leaves a length unknown.</summary>
    public Task SetMinutes(int agencyId, int deliveryNo, int? minutesDelivered, int? scenarioMinutes) => session.Execute(
        """
        UPDATE delivery SET minutes_delivered = @minutesDelivered, scenario_minutes = @scenarioMinutes
        WHERE agency_id = @agencyId AND delivery_no = @deliveryNo
        """,
        new { agencyId, deliveryNo, minutesDelivered, scenarioMinutes });

    /// <summary>Sets the minutes given to topics, in place of those that stood.</summary>
    public async Task SetTopics(int agencyId, int deliveryNo, IEnumerable<TopicMinutesRow> topics)
    {
        await session.Execute("DELETE FROM delivery_topic WHERE agency_id = @agencyId AND delivery_no = @deliveryNo", new { agencyId, deliveryNo });
        await session.Execute(
            "INSERT INTO delivery_topic (agency_id, delivery_no, topic_code, minutes) VALUES (@agencyId, @deliveryNo, @TopicCode, @Minutes)",
            topics.Select(topic => new { agencyId, deliveryNo, topic.TopicCode, topic.Minutes }).ToList());
    }
}
