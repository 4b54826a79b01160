using static VideoTasks.VideoTaskErrorReason;

namespace VideoTasks;

/// <summary>What an error says, and why it is thrown.</summary>
internal readonly record struct ErrorMessage(VideoTaskErrorReason Reason, string Text);

/// <summary>
/// Each situation that ends in an error, with its reason and its text: one line that says what to do. Quotes of a vendor come with their
/// parentheses, waits as <c> in 5 seconds</c> or <c> later</c>.
/// </summary>
internal static partial class ErrorMessages
{
    /// <summary>The advice where a task may exist that nobody has the id of.</summary>
    public const string MayExist = "The task may have been created all the same: look for it in the vendor's list before you create it again.";

    public static string Default(VideoTaskErrorReason reason) => $"The video task did not succeed: {reason}.";

    // What the application has to change.
    public static ErrorMessage NoVendor(string name, IEnumerable<string> names) =>
        new(Configuration, $"There is no vendor '{name}'. There are: {string.Join(", ", names)}.");

    public static ErrorMessage NoClient(string name, IEnumerable<string> names) =>
        new(Configuration, $"There is no client '{name}'. There are: {string.Join(", ", names)}.");

    public static ErrorMessage ClientOfTwoVendors(string name, string one, string other) =>
        new(Configuration, $"The name '{name}' stands for a client of {one} already: give the client of {other} another one.");

    public static ErrorMessage KeyNotSetUp(string path) => new(
        Configuration,
        $"It is set up but has no API key. Set {path} (the environment variable {path.Replace(":", "__", StringComparison.Ordinal)}), or ApiKey or "
        + "ApiKeyProvider in code; ApiKey = \"\" in code says that no key is wanted.");

    public static ErrorMessage NoServer(string vendor) => new(Configuration, $"{vendor}'s document names no server: give a base URL.");

    public static ErrorMessage BaseUrlInvalid(string url) => new(Configuration, $"The base URL '{url}' is no http or https URL.");

    public static ErrorMessage ValueInvalid(string path) => new(Configuration, $"The configuration value {path} can't be read as what it should be.");

    public static ErrorMessage KeyUnusable(string vendor, string fault) =>
        new(Configuration, $"The API key of {vendor} can't be sent: {fault}, which no key has. Look at where the key comes from.");

    public static ErrorMessage HeaderUnusable(string name, string fault) =>
        new(Configuration, $"The header {name} can't be sent: of its value, {fault}. Look at where the value comes from.");

    public static ErrorMessage FollowsRedirects(string owner, string remedy) =>
        new(Configuration, $"{owner} follows redirects by itself. {remedy}");

    public static ErrorMessage HandlerInUse() => new(
        Configuration,
        "The HttpHandler has sent requests before, or was disposed: what keeps a create from being sent twice can't be put into it any more. "
        + "Give each client a chain of handlers of its own, or a single handler without others around it.");

    public static ErrorMessage ProxyWithoutEffect(string owner) => new(
        Configuration,
        $"{owner} connects by itself, so VideoTaskClientOptions.Proxy would have no effect: set the proxy there, or leave it out.");

    public static ErrorMessage ClientNameInvalid(string name) => new(
        Configuration,
        $"'{name}' is no name for a client: it stands before the first '/' of its tasks' handles, so it has neither a '/' nor spaces.");

    public static ErrorMessage PathParameterMissing(string vendor, string name, string path, bool isModel) => new(
        Configuration,
        $"{vendor} needs a value for {{{name}}} in {path}: {(isModel ? "give the model, or " : "")}"
        + $"set VideoTaskClientOptions.PathParameters[\"{name}\"] (on the command line --path {name}=VALUE).");

    public static ErrorMessage UploadUnreadable(string path, string why) =>
        new(InvalidRequest, $"The input reference {path} can't be uploaded: {why}. Nothing was sent.");

    public static ErrorMessage OperationMissing(string vendor, string operation, string document, string operations) =>
        new(NotSupported, $"{vendor} has no '{operation}' operation in {document}; "
            + $"{(operations.Length == 0 ? "none of its operations was recognised" : $"it has: {operations}")}.");

    // What a vendor's document says no to, before anything is sent.
    public static ErrorMessage FieldWithoutPlace(string vendor, string call, string fields, string own) => new(
        InvalidRequest,
        $"{vendor} has no place for {fields} in {call}. Its own fields are: {own}. Leave it out, or give what the vendor takes by its own name: "
        + "VideoTaskRequest.AdditionalProperties, --set NAME=VALUE, or a hint x-video-request in its overlay. Nothing was sent.");

    public static ErrorMessage FieldMissing(string vendor, string call, string fields, string own) => new(
        InvalidRequest,
        $"{vendor} requires {fields} in {call}, and the request does not give it. Its own fields are: {own}. Those that the request has no "
            + $"property for go by "
        + "their own names: VideoTaskRequest.AdditionalProperties, --set NAME=VALUE. Nothing was sent.");

    public static ErrorMessage NoBodyTakesAll(string vendor, string call, string fields, string bodies) => new(
        InvalidRequest,
        $"{vendor} takes one of several bodies in {call}, and none of them takes {fields} with the rest of the request. They are: {bodies}. "
            + $"Nothing was sent.");

    public static ErrorMessage SecondsInvalid(string vendor) =>
        new(InvalidRequest, $"The length that {vendor} is asked for is no number of seconds. Nothing was sent.");

    // What a vendor says no with.
    public static ErrorMessage KeyMissing(string vendor, string quote) =>
        new(Unauthorized, $"{vendor} wants an API key and none was given: {quote}. Set the API key of {vendor}.");

    public static ErrorMessage KeyRejected(string vendor, string quote) =>
        new(Unauthorized, $"{vendor} does not accept the API key: {quote}. Check the key, and what it may do.");

    public static ErrorMessage NoQuota(string vendor, string quote) =>
        new(QuotaExceeded, $"{vendor} has no balance or quota left for this account: {quote}. Top it up and try again.");

    public static ErrorMessage TooManyRequests(string vendor, string quote, string wait) =>
        new(RateLimited, $"{vendor} gets too many requests: {quote}. Try again{wait}.");

    public static ErrorMessage NoAddress(string vendor, string quote, string baseUrl) =>
        new(NotFound, $"{vendor} has no such address: {quote}. Check the base URL {baseUrl}.");

    public static ErrorMessage NoAddressOrModel(string vendor, string quote, string baseUrl) =>
        new(NotFound, $"{vendor} has no such address or model: {quote}. Check the base URL {baseUrl} and the request.");

    public static ErrorMessage NoTask(string vendor, string id, string quote) =>
        new(NotFound, $"{vendor} knows no task {id}: {quote}. Check the id, and that the key is of the account that created it.");

    public static ErrorMessage TaskNotReady(string subject, string quote, string wait) =>
        new(NotReady, $"{subject} is not ready: {quote}. Wait for it, or try again{wait}.");

    public static ErrorMessage TaskExpired(string subject, string quote) =>
        new(Expired, $"{subject} has expired: {quote}. The vendor no longer keeps it; create it again.");

    public static ErrorMessage VendorFailed(string vendor, string quote, string wait, bool mayExist) =>
        new(Unavailable, $"{vendor} has trouble of its own: {quote}. {(mayExist ? MayExist : $"Try again{wait}.")}");

    public static ErrorMessage RequestRejected(string vendor, string quote) =>
        new(InvalidRequest, $"{vendor} refuses the request: {quote}. Change it before you send it again.");

    public static ErrorMessage NotDeleted(string subject, string vendor, string quote) =>
        new(InvalidRequest, $"{subject} was not deleted: {vendor} answered {quote}. Read the task to see how it stands.");

    public static ErrorMessage TaskRejected(string vendor, string quote) =>
        new(TaskFailed, $"{vendor} refused the task{quote}. Change the request and create it again.");

    // What is no answer of a vendor.
    public static ErrorMessage LoginInBetween(string vendor, string quote) => new(
        Unavailable,
        $"{vendor} was not reached: something in between wants a login of its own: {quote}. "
        + "Log in to the network, or check the settings of the proxy.");

    public static ErrorMessage NoAnswer(string vendor, string authority, string what, bool mayExist) =>
        new(Unavailable, $"{vendor} at {authority} {what}. {(mayExist ? MayExist : "Check the base URL and the network, or try again later.")}");

    public static ErrorMessage NotUnderstood(string subject, string vendor, string what, bool mayExist) =>
        new(InvalidResponse, $"{subject}: {vendor} {what}.{Also(mayExist)}");

    public static ErrorMessage NoId(string subject, string vendor) => new(
        InvalidResponse,
        $"{subject}: {vendor} answered without an id, so the task that may have been created can't be followed; look for it in the vendor's list.");

    public static ErrorMessage AnswerTooLarge(string subject, string what, bool mayExist) =>
        new(InvalidResponse, $"{subject}: {what} That is no answer about a task; check the base URL.{Also(mayExist)}");

    public static ErrorMessage RedirectRefused(string subject, string what, bool mayExist) =>
        new(InvalidResponse, $"{subject}: {what}{Also(mayExist)}");

    // How a task ends without a video.
    public static ErrorMessage Ended(VideoTaskHandle task, VideoTaskErrorReason reason, string why)
    {
        var how = reason == TaskCanceled ? "was cancelled" : "failed";
        return new(reason, $"{task} {how}{why}. No video was made; create it again, with another prompt if the vendor refused this one.");
    }

    public static ErrorMessage NoLongerKept(VideoTaskHandle task) =>
        new(Expired, $"{task} has expired: the vendor no longer keeps it. Create it again.");

    public static string WaitedTooLong(string task, TimeSpan timeout, string state) =>
        $"{task} did not end within {timeout} {state}. It goes on at the vendor: wait again with the same id.";

    private static string Also(bool mayExist) => mayExist ? " " + MayExist : "";
}
