using VideoTasks.Build.Recognition;
using VideoTasks.Build.Recognition.Roles;

namespace VideoTasks.Build.Tests.Recognition.Roles;

/// <summary>The shapes of vendors' documents, each with the noise around its videos, and a shape for each rule.</summary>
public sealed class ConventionTests
{
    public static TheoryData<string> Names => [.. ConventionDocument.Names];

    public static TheoryData<string, string> Rules =>
    [
        .. EvidenceRules.Rows.Select(r => (r.Id, r.Example)), .. FormRules.Rows
        .Select(r => (r.Id, r.Example)), .. RankRules.All
        .Select(r => (r.Id, r.Example)),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_shape_of_a_vendor_is_recognised_without_an_overlay(string name)
    {
        var document = ConventionDocument.Load(name);

        var recognized = VendorRecognizer.Recognize(TestDocuments.Source(document.Root));

        string.Join(
            '\n', recognized.Operations.Operations.Select(
                o => $"{o.Role} {o.Operation}{(o.Id is { } id ? $" {id.Location.ToString().ToLowerInvariant()}:{id.Name}" : "")}"))
            .ShouldBe(string.Join('\n', document.Operations));
        recognized.Problems.Select(p => p.Id).Distinct().Order(StringComparer.Ordinal).ToList().ShouldBe(document.Problems);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_an_example_in_which_it_holds(string rule, string example)
    {
        var document = Path.HasExtension(example) ? TestDocuments.Load(example) : TestDocuments.Source(ConventionDocument.Load(example).Root);

        VendorRecognizer.Recognize(document).Operations.Rules.ShouldContain(rule);
    }

    [Fact]
    public void A_rule_has_a_name_of_its_own_that_the_reason_of_a_role_says()
    {
        var rules = EvidenceRules.Rows.Select(r => r.Id).Concat(FormRules.Rows.Select(r => r.Id)).Concat(RankRules.All.Select(r => r.Id)).ToList();
        rules.ShouldBeUnique();

        var get = VendorRecognizer.Recognize(TestDocuments.Source(ConventionDocument.Load("d-id").Root)).Operations.Operations[1];

        get.Reason.ShouldBe("get-by-id: GET of one id; answer-state +2: its answer has a state, answer-id +1: its answer has an id, "
            + "answer-url +1: its answer may lead to a video, beside-create +2: its resource has a create, beside-list +1: its resource has a list, "
            + "beside-delete +1: its resource has a delete, noun-of-create +2: it is called as what a create makes");
    }
}
