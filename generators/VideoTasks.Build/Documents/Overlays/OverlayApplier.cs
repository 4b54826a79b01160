using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Documents.Overlays.JsonPaths;

namespace VideoTasks.Build.Documents.Overlays;

/// <summary>Applies the actions of an overlay to a document. What comes from the overlay has its place in the overlay's file.</summary>
internal sealed class OverlayApplier
{
    private readonly SourceDocument _document;
    private readonly DiagnosticBag _diagnostics;
    private readonly LoadLimits _limits;
    private int _addedNodes;

    private OverlayApplier(SourceDocument document, DiagnosticBag diagnostics, LoadLimits limits)
        => (_document, _diagnostics, _limits) = (document, diagnostics, limits);

    /// <summary>Changes <paramref name="document"/>, and gives it with the overlay's file added to its files.</summary>
    public static SourceDocument Apply(SourceDocument document, OverlayDocument overlay, DiagnosticBag diagnostics, LoadLimits? limits = null)
    {
        document.Positions.Absorb(overlay.Source.Positions);
        var applier = new OverlayApplier(document, diagnostics, limits ?? LoadLimits.Default);
        foreach (var action in overlay.Actions)
        {
            try
            {
                applier.Apply(action);
            }
            catch (JsonPathException exception)
            {
                diagnostics.Report(DiagnosticDescriptors.InvalidJsonPath, action.TargetPosition, action.Target, exception.Message);
            }
            catch (DocumentFormatException exception)
            {
                diagnostics.Report(exception.Descriptor, action.TargetPosition, [.. exception.Arguments]);
            }
        }

        return document with { Files = [.. document.Files, .. overlay.Source.Files] };
    }

    private void Apply(OverlayAction action)
    {
        var matches = JsonPath.Parse(action.Target).Select(_document.Root);
        if (matches.Count == 0)
        {
            _diagnostics.Report(DiagnosticDescriptors.OverlayTargetMatchesNothing, action.TargetPosition, action.Target);
            return;
        }

        if (action.Remove)
        {
            Remove(matches, action);
            return;
        }

        foreach (var match in matches)
        {
            Update(match, action);
        }
    }

    private void Remove(IReadOnlyList<JsonPathMatch> matches, OverlayAction action)
    {
        // From the last to the first, so that indexes stay right.
        foreach (var match in matches.OrderByDescending(m => m.Index))
        {
            switch (match.Parent)
            {
                case JsonObject map:
                    map.Remove(match.Name!);
                    break;
                case JsonArray list:
                    list.RemoveAt(match.Index);
                    break;
                default:
                    _diagnostics.Report(
                        DiagnosticDescriptors.InvalidUpdate, action.TargetPosition, action.Target, "the whole document can't be removed");
                    break;
            }
        }
    }

    private void Update(JsonPathMatch match, OverlayAction action)
    {
        switch (match.Value, action.Update)
        {
            case (JsonObject target, JsonObject update):
                Merge(target, update);
                break;
            case (JsonArray target, JsonArray update):
                Append(target, update);
                break;
            case (JsonArray target, var entry):
                target.Add(Copy(entry));
                break;
            case (JsonObject, _):
                _diagnostics.Report(
                    DiagnosticDescriptors.InvalidUpdate, action.TargetPosition, action.Target,
                    "it selects an object, so the update must be an object");
                break;
            default:
                _diagnostics.Report(
                    DiagnosticDescriptors.InvalidUpdate,
                    action.TargetPosition,
                    action.Target,
                    "it selects a single value; select the object that holds the value, and give the value in the update");
                break;
        }
    }

    private void Merge(JsonObject target, JsonObject update)
    {
        foreach (var (name, value) in update)
        {
            switch (target[name], value)
            {
                case (JsonObject inner, JsonObject innerUpdate):
                    Merge(inner, innerUpdate);
                    break;
                case (JsonArray list, JsonArray entries):
                    Append(list, entries);
                    break;
                default:
                    target[name] = Copy(value);
                    break;
            }
        }
    }

    private void Append(JsonArray target, JsonArray entries)
    {
        foreach (var entry in entries)
        {
            target.Add(Copy(entry));
        }
    }

    private JsonNode? Copy(JsonNode? node) => _document.Positions.Clone(node, _ =>
    {
        if (++_addedNodes > _limits.AliasedNodes)
        {
            throw new DocumentFormatException(DiagnosticDescriptors.OverLimit, 0, 0, $"its overlay adds more than {_limits.AliasedNodes} nodes");
        }
    });
}
