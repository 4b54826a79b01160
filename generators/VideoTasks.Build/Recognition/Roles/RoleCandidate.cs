using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Recognition.Operations;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>An operation that may have a role.</summary>
/// <param name="Facts">The operation.</param>
/// <param name="Role">The role.</param>
/// <param name="Bases">The resource that it belongs to: paths, the likeliest first.</param>
/// <param name="Id">Where the id goes; null without one.</param>
/// <param name="Rule">The form that speaks for the role.</param>
/// <param name="Reason">What was seen of it.</param>
internal sealed record RoleCandidate(OperationFacts Facts, VideoRole Role, IReadOnlyList<string> Bases, IdPlace? Id, string Rule, string Reason)
{
    public DocumentOperation Operation => Facts.Operation;

    /// <summary>The path of the resource.</summary>
    public string Resource => Bases[0];

    /// <summary>How much speaks for it being about videos.</summary>
    public int Evidence => Facts.Evidence.Score;
}
