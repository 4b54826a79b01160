using Microsoft.CodeAnalysis;
using VideoTasks.Build.Description.Format;
using VideoTasks.SourceGenerator.Model;

namespace VideoTasks.SourceGenerator.Clients;

/// <summary>Which bodies can be written, and which of them the typed client can send.</summary>
internal static class RequestBodies
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    /// <summary>The form in which the body of a new task is written; null when none of its media types can be.</summary>
    public static RequestForm? FormOf(DescribedOperation operation)
    {
        var bodies = operation.Bodies;
        if (bodies.Any(IsJson))
        {
            return bodies.Any(IsMultipart) ? RequestForm.JsonOrMultipart : RequestForm.Json;
        }

        if (bodies.Any(IsMultipart))
        {
            return RequestForm.Multipart;
        }

        if (bodies.Any(IsUrlEncoded))
        {
            return RequestForm.Form;
        }

        // A document that shows no body says nothing of it, and one that shows an object as plain text means JSON.
        return bodies.Count == 0 || (bodies.Any(IsText) && operation.Request.Count > 0) ? RequestForm.Json : null;
    }

    /// <summary>Whether the typed method sends what its body holds as the document wants it.</summary>
    public static bool CanSend(TypedBody body, DescribedOperation operation)
    {
        if (operation.Role.StartsTask())
        {
            // A model that is made of all alternatives begins with the defaults of those that are not meant.
            return body.IsMultipart || (SendsJson(operation) && !operation.HasAlternatives);
        }

        // HTTP gives a body of these no meaning.
        if (operation.Method is "GET" or "HEAD" or "DELETE" || body.IsMultipart)
        {
            return false;
        }

        return operation.Id is { Location: ParameterLocation.Body } id
            ? !operation.Request.Any(r => r.Json is not null)
            && (SendsJson(operation) || IsFormOnly(operation))
            && body.Members.Any(m => m.Name == id.Name && HoldsId(m))
            : SendsJson(operation);
    }

    /// <summary>Whether a member takes an id.</summary>
    public static bool HoldsId(BodyMember member) => member.Kind is MemberKind.Text or MemberKind.Texts;

    /// <summary>What the body is that can't be written; null when it can, or when none has to be.</summary>
    public static string? Unwritable(DescribedOperation operation, ITypeSymbol? type, bool isTyped)
    {
        var startsTask = operation.Role.StartsTask();
        if (!startsTask && operation.Id?.Location != ParameterLocation.Body)
        {
            return null;
        }

        var canWrite = FormOf(operation) switch
        {
            null => false,
            RequestForm.Form or RequestForm.Multipart => startsTask || isTyped,
            _ => true,
        };
        return !canWrite ? string.Join(", ", operation.Bodies)
            : type is null ? null
            : type.IsText() ? "a text"
            : type.Items() is not null ? "an array"
            : type.IsValueType ? "a number or another single value"
            : null;
    }

    // Kiota takes the first media type that it knows.
    private static bool SendsJson(DescribedOperation operation) =>
        operation.Bodies.FirstOrDefault(b => IsJson(b) || IsText(b) || IsUrlEncoded(b) || IsMultipart(b)) is { } first && IsJson(first);

    private static bool IsFormOnly(DescribedOperation operation) => operation.Bodies.Count == 1 && IsUrlEncoded(operation.Bodies[0]);

    // JSON, or whatever it may be.
    private static bool IsJson(string media) => media.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0 || media is "*/*" or "application/*";

    private static bool IsText(string media) => media.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase);

    private static bool IsUrlEncoded(string media) => media.StartsWith(UrlEncoded, StringComparison.OrdinalIgnoreCase);

    private static bool IsMultipart(string media) => media.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);
}
