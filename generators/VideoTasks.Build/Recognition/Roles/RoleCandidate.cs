using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Recognition.Operations;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>An operation that may have a role.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Role">The role.</param>
/// <param name="Bases">The resource that it belongs to: paths, the likeliest first.</param>
/// <param name="Id">Where the id goes; null without one.</param>
/// <param name="Reason">What speaks for the role.</param>
internal sealed record RoleCandidate(DocumentOperation Operation, VideoRole Role, IReadOnlyList<string> Bases, IdPlace? Id, string Reason);
