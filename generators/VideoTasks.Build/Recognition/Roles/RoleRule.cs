using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Recognition.Operations;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>What speaks for or against an operation being about videos.</summary>
/// <param name="Id">Its name in <c>vendors --explain</c>.</param>
/// <param name="Weight">How much it speaks for it.</param>
/// <param name="Reason">What was seen; <c>{0}</c> is the word that was.</param>
/// <param name="Example">The document of the tests that shows it.</param>
/// <param name="Find">The word, or an empty text; null where it doesn't hold.</param>
internal sealed record EvidenceRule(string Id, int Weight, string Reason, string Example, Func<OperationFacts, string?> Find);

/// <summary>A form of operation that may have a role. Of those of one position the first that holds counts.</summary>
/// <param name="Id">Its name in <c>vendors --explain</c>.</param>
/// <param name="Role">The role.</param>
/// <param name="Position">Where the id is in the path.</param>
/// <param name="Reason">What was seen; <c>{0}</c> is the method, <c>{1}</c> the last segment, <c>{2}</c> the name of the id.</param>
/// <param name="Example">The document of the tests that shows it.</param>
/// <param name="Holds">Whether an operation has the form.</param>
internal sealed record FormRule(string Id, VideoRole Role, IdPosition Position, string Reason, string Example, Func<OperationForm, bool> Holds)
{
    /// <summary>Where the id goes, unless it is in the path.</summary>
    public Func<OperationForm, IdPlace?> Place { get; init; } = static form => form.PathId;

    /// <summary>The resource that it belongs to, unless it is the path before the id.</summary>
    public Func<OperationForm, IReadOnlyList<string>> Bases { get; init; } = static form => form.Resources;
}

/// <summary>What makes one candidate for a role better than another.</summary>
/// <param name="Id">Its name in <c>vendors --explain</c>.</param>
/// <param name="Weight">By how much.</param>
/// <param name="Reason">What was seen.</param>
/// <param name="Example">The document of the tests that shows it.</param>
/// <param name="Holds">Whether it is so.</param>
internal sealed record RankRule(string Id, int Weight, string Reason, string Example, Func<RoleCandidate, RoleContext, bool> Holds);

/// <summary>The rules that hold, and what they add up to.</summary>
/// <param name="Score">The sum of the weights.</param>
/// <param name="Rules">Their names.</param>
/// <param name="Reason">Their names, weights and reasons.</param>
internal sealed record RuleMatches(int Score, IReadOnlyList<string> Rules, string Reason)
{
    public static RuleMatches Of(IEnumerable<(string Id, int Weight, string Reason)> matches)
    {
        var all = matches.ToList();
        return new(
            all.Sum(m => m.Weight), [.. all.Select(m => m.Id)], string.Join(
                ", ", all.Select(m => FormattableString.Invariant($"{m.Id} {m.Weight:+0;-0}: {m.Reason}"))));
    }

    public RuleMatches With(RuleMatches other) =>
        new(Score + other.Score, [.. Rules, .. other.Rules], string.Join(", ", new[] { Reason, other.Reason }.Where(r => r.Length > 0)));
}
