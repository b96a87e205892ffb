using Assessment.Api.Features.Agencies;
using Assessment.Data;
using Assessment.Domain.People;

namespace Assessment.Api.Hosting;

/// <summary>The operator's first key: made when the installation has none, shown once.</summary>
internal static class FirstKey
{
    private const int Installation = 0;

    /// <summary>The new key, or null when the installation has an operator already.</summary>
    public static Task<string?> CreateAsync(IServiceProvider services, CancellationToken stop)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return services.GetRequiredService<Database>().WriteAsync(async session =>
            (await new KeyStore(session).List(Installation)).Count > 0
                ? null
                : await AddKey.CreateAsync(session, Installation, Role.Operator, "First operator", now), stop);
    }
}
