using System.Globalization;
using static VideoTasks.Build.Description.Format.DescriptionRecord;
using static VideoTasks.Build.Description.Format.DescriptionWords;

namespace VideoTasks.Build.Description.Format;

/// <summary>The vendor description and its text.</summary>
internal static class DescriptionCodec
{
    /// <summary>The form of the text. Another one is refused.</summary>
    public const string Version = "3";

    private const string Head = "videotasks-vendor";
    private const double LongestPollSeconds = 86400;

    public static string Write(VendorDescription vendor)
    {
        var root = new DescriptionRecord("");
        root.Add(Head, ("version", Version));
        root.Add("vendor", ("name", vendor.Name), ("title", vendor.Title), ("namespace", vendor.ClientNamespace), ("class", vendor.ClientClass));
        root.Add("document", ("path", vendor.DocumentPath), ("hash", vendor.DocumentHash));
        foreach (var file in vendor.Files)
        {
            root.Add("file", ("path", file));
        }

        AddIfSet(root, "server", "url", vendor.ServerUrl);
        var key = vendor.Key;
        root.Add("auth", ("in", KeyLocations[key.Location]), ("name", key.Name), ("scheme", key.Scheme), ("reason", key.Reason), At(key.Place));
        WriteHints(root, vendor);
        foreach (var operation in vendor.Operations)
        {
            OperationCodec.Write(root, operation);
        }

        foreach (var refused in vendor.Refused)
        {
            var role = refused.Role is { } nearest ? Roles[nearest] : null;
            root.Add("refused", ("method", refused.Method), ("path", refused.Path), ("role", role), ("reason", refused.Reason), At(refused.Place));
        }

        foreach (var problem in vendor.Problems)
        {
            var record = root.Add("problem", ("id", problem.Id), At(problem.Place));
            foreach (var argument in problem.Arguments)
            {
                record.Add("argument", ("value", argument));
            }
        }

        return DescriptionText.Write(root.Children);
    }

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    /// <exception cref="DescriptionFormatException">The text is no description of this version.</exception>
    public static VendorDescription Read(string text)
    {
        var root = DescriptionText.Read(text);
        var version = root.Children.Count > 0 && root.Children[0].Keyword == Head ? root.Children[0]["version"] : null;
        if (version != Version)
        {
            throw new DescriptionFormatException(
                1, version is null ? $"it doesn't start with '{Head}'" : $"its version is '{version}', this generator reads '{Version}'");
        }

        if (root.Find("vendor") is not { } vendor || root.Find("document") is not { } document || root.Find("auth") is not { } key)
        {
            throw new DescriptionFormatException(1, "it doesn't name the vendor, its document and its key");
        }

        return new VendorDescription
        {
            Name = vendor.Name("name"),
            Title = vendor["title"],
            ClientNamespace = vendor.Text("namespace"),
            ClientClass = vendor.Name("class"),
            DocumentPath = document.Text("path"),
            DocumentHash = document.Text("hash"),
            Files = root.All("file", f => f.Text("path")),
            ServerUrl = root.Find("server") is { } server ? ServerUrl(server) : null,
            Key = new(key.Word("in", KeyLocations), key.Text("name"), key["scheme"], key.Text("reason"), key.Place()),
            PollSeconds = root.Find("poll") is { } poll ? PollSeconds(poll) : null,
            IsIdempotent = root.Find("idempotent") is not null,
            ContentUrlNeedsKey = root.Find("content-url")?["needs-key"] == "true",
            ContentIdPointer = root.Find("content-id")?.Text("pointer"),
            ItemsPointer = root.Find("items")?.Text("pointer"),
            StatusWords = root.All("status", s => new DescribedStatusWord(s.Text("word"), s.Word("status", Statuses), s.Place())),
            Units = root.All("unit", u => new DescribedUnit(u.Word("field", Fields), u.Text("unit"))),
            Pointers = root.All("pointer", p => new DescribedPointer(p.Word("field", Fields), p.Text("pointer"), p.Place())),
            Operations = ReadOperations(root),
            Refused = root.All("refused", r => new DescribedRefusal(
                r.Text("method"), r.Text("path"), r["role"] is null ? null : r.Word("role", Roles), r.Text("reason"), r.Place())),
            Problems = root.All("problem", p => new DescribedProblem(p.Text("id"), p.Place(), p.All("argument", a => a.Text("value")))),
        };
    }

    private static void WriteHints(DescriptionRecord root, VendorDescription vendor)
    {
        AddIfSet(root, "poll", "seconds", vendor.PollSeconds?.ToString("R", CultureInfo.InvariantCulture));
        if (vendor.IsIdempotent)
        {
            root.Add("idempotent");
        }

        AddIfSet(root, "content-url", "needs-key", vendor.ContentUrlNeedsKey ? "true" : null);
        AddIfSet(root, "content-id", "pointer", vendor.ContentIdPointer);
        AddIfSet(root, "items", "pointer", vendor.ItemsPointer);
        foreach (var word in vendor.StatusWords)
        {
            root.Add("status", ("word", word.Word), ("status", Statuses[word.Status]), At(word.Place));
        }

        foreach (var unit in vendor.Units)
        {
            root.Add("unit", ("field", Fields[unit.Field]), ("unit", unit.Unit));
        }

        foreach (var pointer in vendor.Pointers)
        {
            root.Add("pointer", ("field", Fields[pointer.Field]), ("pointer", pointer.Pointer), At(pointer.Place));
        }
    }

    private static void AddIfSet(DescriptionRecord root, string keyword, string name, string? value)
    {
        if (value is not null)
        {
            root.Add(keyword, (name, value));
        }
    }

    private static string ServerUrl(DescriptionRecord record) =>
        Uri.TryCreate(record.Text("url"), UriKind.Absolute, out var url)
            ? url.OriginalString
            : throw record.Fault("the server's URL is not absolute");

    private static double PollSeconds(DescriptionRecord record) =>
        double.TryParse(record.Text("seconds"), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && seconds is > 0 and <= LongestPollSeconds
            ? seconds
            : throw record.Fault("the seconds between two polls are no number above 0 and at most 86400");

    private static EquatableArray<DescribedOperation> ReadOperations(DescriptionRecord root)
    {
        var roles = new HashSet<VideoRole>();
        return root.All("operation", r => OperationCodec.Read(r) is var operation && roles.Add(operation.Role)
            ? operation
            : throw r.Fault($"two operations have the role {operation.Role}"));
    }
}
