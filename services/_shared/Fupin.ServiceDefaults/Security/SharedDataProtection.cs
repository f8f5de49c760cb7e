using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Fupin.ServiceDefaults.Security;

/// <summary>Protection of cookies and forms that every replica of a service can open (共享数据保护).</summary>
public static class SharedDataProtection
{
    /// <summary>Keeps the keys of data protection in <c>Keys:Folder</c>, wrapped with the passphrase, apart for each service.</summary>
    public static void AddSharedDataProtection(this WebApplicationBuilder builder, string service)
    {
        builder.Services.TryAddSingleton<SharedKeys>();
        builder.Services.AddDataProtection().SetApplicationName($"fupin-{service}");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<SharedKeys, ILoggerFactory>((options, keys, logs) =>
        {
            var folder = Directory.CreateDirectory(Path.Combine(keys.Folder, $"data-protection-{service}"));
            options.XmlRepository = new FileSystemXmlRepository(folder, logs);
            options.XmlEncryptor = new WithPassphrase(keys);
        });
    }

    private sealed class WithPassphrase(SharedKeys keys) : IXmlEncryptor
    {
        public EncryptedXmlInfo Encrypt(XElement plaintextElement)
        {
            var wrapped = keys.Wrap(System.Text.Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
            return new EncryptedXmlInfo(new XElement("wrapped", Convert.ToBase64String(wrapped)), typeof(OpenWithPassphrase));
        }
    }

    // Made by data protection itself, from the type's name in the file.
    private sealed class OpenWithPassphrase(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement)
        {
            var plain = services.GetRequiredService<SharedKeys>().Unwrap(Convert.FromBase64String(encryptedElement.Value));
            return XElement.Parse(System.Text.Encoding.UTF8.GetString(plain));
        }
    }
}
