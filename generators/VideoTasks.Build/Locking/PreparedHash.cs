using System.Security.Cryptography;
using System.Text;

namespace VideoTasks.Build.Locking;

/// <summary>A hash of all that Kiota is given.</summary>
internal static class PreparedHash
{
    /// <param name="document">The prepared document as Kiota gets it.</param>
    /// <param name="client">How the client is to be written; what only says where the document came from does not count.</param>
    public static string Of(byte[] document, LockedClient client)
    {
        var settings = client with { DescriptionHash = "", DescriptionLocation = "", KiotaVersion = "", IncludePatterns = [], ExcludePatterns = [] };
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(LockedClientJson.WriteKiotaFields(settings).ToJsonString()));
        hash.AppendData(document);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
