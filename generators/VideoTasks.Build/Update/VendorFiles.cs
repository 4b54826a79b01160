using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using VideoTasks.Build.Documents;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Locking;

namespace VideoTasks.Build.Update;

/// <summary>The files that a client is made from, as the lock file records them.</summary>
internal sealed class VendorFiles(VendorSource vendor, string root)
{
    private readonly Lazy<string> _ownHash = new(() => HashOf(vendor.Files));

    /// <summary>The entry of a vendor that has none.</summary>
    public LockedClient Defaults(string ns)
    {
        var name = VendorNaming.PascalCase(vendor.Name);
        return new LockedClient
        {
            DescriptionHash = _ownHash.Value,
            DescriptionLocation = Relative(vendor.Documents[0]),
            ClientClassName = name + "Client",
            ClientNamespaceName = ns.Length == 0 ? name : $"{ns}.{name}",
            Documents = [.. vendor.Files.Select(Relative)],
        };
    }

    /// <summary>
    /// The entry with the files that a document was made of: of the vendor's own those that are used, and then those that they refer to.
    /// </summary>
    public LockedClient Record(LockedClient client, SourceDocument document)
    {
        var own = vendor.Files.Intersect(document.Files, StringComparer.Ordinal);
        List<string> files = [.. own, .. document.Files.Except(vendor.Files, StringComparer.Ordinal)];
        return client with
        {
            DescriptionHash = HashOf(files),
            DescriptionLocation = Relative(document.Files[0]),
            Documents = [.. files.Select(Relative)],
        };
    }

    /// <summary>
    /// A hash of all that a client and its description depend on. The lock entry has the names of all files that the documents led to, so as long as
    /// those are as they were, they lead to no other.
    /// </summary>
    public string InputHash(JsonObject entry, string kiotaVersion, string ns)
    {
        var known = (entry["documents"] as JsonArray)?.OfType<JsonValue>().Select(d => Path.GetFullPath(d.ToString(), root)) ?? [];
        List<string> parts = [.. known.Except(vendor.Files, StringComparer.Ordinal)];
        var text = string.Join(
            '\n',
            [
                Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId
                    .ToString(), kiotaVersion, ns, _ownHash.Value, .. vendor.Files
                    .Select(Relative),
                HashOf(parts), .. parts.Where(File.Exists), entry.ToJsonString(),
            ]);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string HashOf(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        foreach (var file in files.Where(File.Exists))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private string Relative(string file) => Path.GetRelativePath(root, file).Replace('\\', '/');
}
