using System.Xml.Linq;
using Assessment.Data;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Security;

/// <summary>Keeps the keys of cookies and forms in the database: a restarted server, or a second one, still reads them.</summary>
internal sealed class ProtectionKeys(Database database) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    // The framework asks without waiting, so the few reads and writes at start and once in ninety days block.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        database.ReadAsync(session => new ProtectionKeyStore(session).List()).GetAwaiter().GetResult().Select(XElement.Parse).ToList();

    public void StoreElement(XElement element, string friendlyName) =>
        database.WriteAsync(async session =>
        {
            await new ProtectionKeyStore(session).Put(friendlyName, element.ToString(SaveOptions.DisableFormatting));
            return true;
        }).GetAwaiter().GetResult();
}
