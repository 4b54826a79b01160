using VideoTasks.Build.Description.Format;
using VideoTasks.SourceGenerator.CSharp;
using VideoTasks.SourceGenerator.Model;
using VideoTasks.Generated;
using static VideoTasks.SourceGenerator.CSharp.CSharpLiteral;

namespace VideoTasks.SourceGenerator.Emit;

/// <summary>Writes how each canonical field was recognised: <c>VideoFieldDescription</c>.</summary>
internal static class FieldEmitter
{
    public static void Write(CodeWriter code, BoundVendor vendor) =>
        code.Block($"Fields = new {LibraryNames.FieldDescription}[]", () =>
        {
            foreach (var operation in vendor.Operations)
            {
                foreach (var field in operation.Description.Fields)
                {
                    var isTyped = operation.Answer?.Readings.Any(r => r.Field == field.Field) == true;
                    var reason = isTyped ? field.Reason : $"{field.Reason}, which the typed client can't hold as it is sent: raw body";
                    Write(
                        code, vendor, operation, field.Field, isTyped
                            ? field.Pointer
                            : null, field.Lost is null
                            ? reason
                            : $"{reason}, not {field.Lost}", field.Place);
                }

                if (operation.Role == VideoRole.Get)
                {
                    WriteRaw(code, vendor, operation);
                }
            }
        }, "},");

    private static void WriteRaw(CodeWriter code, BoundVendor vendor, BoundOperation get)
    {
        foreach (var name in VideoTaskFieldKinds.OfTask.Where(name => !get.Description.Fields.Any(f => Gives(f.Field, name))))
        {
            var hint = vendor.Description.Pointers.FirstOrDefault(p => p.Field == name);
            var reason = hint is null
                ? "no property of the document: raw body, by the known synonyms"
                : $"hint x-video-fields: raw body at {hint.Pointer}";
            Write(code, vendor, get, name, null, reason, hint?.Place);
        }
    }

    private static bool Gives(VideoTaskField field, VideoTaskField wanted) =>
        field == wanted || (field == VideoTaskField.Size && wanted is VideoTaskField.Width or VideoTaskField.Height);

    private static void Write(
        CodeWriter code, BoundVendor vendor, BoundOperation operation, VideoTaskField field, string? property, string reason, DescribedPlace? place)
    {
        code.Line(
            $"new() {{ Field = {LibraryNames.TaskField}.{field}, Operation = {LibraryNames.Operation}.{operation.Role}, "
                + $"Property = {Literal(property)}, Why = {ExplanationEmitter.Why(vendor.Description, reason, place)} }},");
    }
}
