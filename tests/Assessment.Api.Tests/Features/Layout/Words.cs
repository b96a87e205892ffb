using System.Globalization;
using Assessment.Api.Features.Layout;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Tests.Features.Layout;

/// <summary>The staff's sentences, for tests of what makes sentences outside a page.</summary>
internal static class Words
{
    /// <summary>In the language of the moment, which is English where nothing is said.</summary>
    public static IStringLocalizer<StaffTexts> Texts { get; } =
        new StringLocalizer<StaffTexts>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));

    /// <summary>What is made while pages are Spanish.</summary>
    public static T InSpanish<T>(Func<T> make)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es");
            return make();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
