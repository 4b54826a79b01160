extern alias generator;
using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using VideoTasks.SourceGenerator.Tests.Kiota;
using generator::VideoTasks.SourceGenerator;

namespace VideoTasks.SourceGenerator.Tests;

public sealed class CachingTests : IUsesVendors
{
    private static readonly string[] Vendors = ["alpha", "beta", "gamma", "delta", "epsilon"];
    static IEnumerable<TestVendor> IUsesVendors.Vendors => [.. Vendors.Append("zeta").Select(Vendor)];

    private static readonly string[] OwnSteps =
        [StepNames.Options, StepNames.Parse, StepNames.Client, StepNames.Vendor, StepNames.Names, StepNames.Library];
    private static readonly string[] Steps = [StepNames.Parse, StepNames.Client, StepNames.Vendor];

    [Fact]
    public void A_second_run_over_the_same_input_does_nothing()
    {
        var compilation = Compilation(Vendors);
        var driver = GeneratorRun.Driver([.. Vendors.Select(v => Description(v))]).RunGenerators(compilation, TestContext.Current.CancellationToken);

        var second = driver.RunGenerators(compilation.Clone(), TestContext.Current.CancellationToken).GetRunResult().Results.Single();

        foreach (var name in OwnSteps)
        {
            second.TrackedSteps[name].SelectMany(s => s.Outputs)
                .ShouldAllBe(o => o.Reason == IncrementalStepRunReason.Cached || o.Reason == IncrementalStepRunReason.Unchanged, name);
        }

        second.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).ShouldAllBe(o => o.Reason == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void An_edit_elsewhere_in_the_project_emits_nothing_again()
    {
        var compilation = Compilation(Vendors);
        var driver = GeneratorRun.Driver([.. Vendors.Select(v => Description(v))]).RunGenerators(compilation, TestContext.Current.CancellationToken);

        var second =
            driver.RunGenerators(
                compilation.AddSyntaxTrees(
                    CSharpSyntaxTree.ParseText("class Unrelated { int field; }", cancellationToken: TestContext.Current.CancellationToken)),
            TestContext.Current.CancellationToken).GetRunResult().Results.Single();

        Reasons(second, StepNames.Parse).Values.ShouldAllBe(r => r == IncrementalStepRunReason.Cached);
        Reasons(second, StepNames.Client).Values.ShouldAllBe(r => r == IncrementalStepRunReason.Unchanged);
        Reasons(second, StepNames.Vendor).Values.ShouldAllBe(r => r == IncrementalStepRunReason.Cached);
        second.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).ShouldAllBe(o => o.Reason == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void A_sixth_vendor_leaves_the_other_five_cached()
    {
        var driver = GeneratorRun.Driver([.. Vendors.Select(v => Description(v))])
            .RunGenerators(Compilation(Vendors), TestContext.Current.CancellationToken);

        var second = driver.AddAdditionalTexts([Description("zeta")])
            .RunGenerators(Compilation([.. Vendors, "zeta"]), TestContext.Current.CancellationToken)
            .GetRunResult().Results
            .Single();

        foreach (var step in Steps)
        {
            var reasons = Reasons(second, step);
            reasons.Count.ShouldBe(6, step);
            reasons["zeta"].ShouldBe(IncrementalStepRunReason.New, step);
            reasons.Where(r => r.Key != "zeta")
                .Select(r => r.Value)
                .ShouldAllBe(r => r == IncrementalStepRunReason.Cached || r == IncrementalStepRunReason.Unchanged, step);
        }

        second.GeneratedSources.Length.ShouldBe(7);
        Emitted(second).Count(r => r is IncrementalStepRunReason.New).ShouldBe(1 + 1, "its source, and its diagnostics");
    }

    [Fact]
    public void A_changed_document_changes_only_its_vendor()
    {
        var compilation = Compilation(Vendors);
        var before = Description("gamma");
        var driver = GeneratorRun.Driver([.. Vendors.Select(v => v == "gamma" ? before : Description(v))])
            .RunGenerators(compilation, TestContext.Current.CancellationToken);

        var after = Description("gamma", VendorDocuments.Acme.Replace("title: Acme", "title: Changed", StringComparison.Ordinal));
        var second = driver.ReplaceAdditionalText(before, after)
            .RunGenerators(compilation, TestContext.Current.CancellationToken)
            .GetRunResult().Results
            .Single();

        foreach (var step in Steps)
        {
            Reasons(second, step).Where(r => r.Key != "gamma").Select(r => r.Value)
                .ShouldAllBe(r => r == IncrementalStepRunReason.Cached || r == IncrementalStepRunReason.Unchanged, step);
        }

        Reasons(second, StepNames.Vendor)["gamma"].ShouldBe(IncrementalStepRunReason.Modified);
        second.TrackedSteps[StepNames.Names].SelectMany(s => s.Outputs)
            .ShouldAllBe(o => o.Reason == IncrementalStepRunReason.Unchanged || o.Reason == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void A_vendor_whose_document_went_is_gone()
    {
        var gone = Description("beta");
        var driver = GeneratorRun.Driver([.. Vendors.Select(v => v == "beta" ? gone : Description(v))])
            .RunGenerators(Compilation(Vendors), TestContext.Current.CancellationToken);

        var second = driver.RemoveAdditionalTexts([gone])
            .RunGenerators(Compilation(Vendors), TestContext.Current.CancellationToken)
            .GetRunResult().Results
            .Single();

        second.GeneratedSources.Select(s => s.HintName).ShouldNotContain("BetaVendor.g.cs");
        second.GeneratedSources.Single(s => s.HintName == "VideoVendors.g.cs").SourceText.ToString().ShouldNotContain("Beta");
    }

    [Fact]
    public void No_step_hands_on_what_belongs_to_a_compilation()
    {
        var result = GeneratorRun.Driver([.. Vendors.Select(v => Description(v))])
            .RunGenerators(Compilation(Vendors), TestContext.Current.CancellationToken)
            .GetRunResult().Results
            .Single();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var step in OwnSteps.SelectMany(name => result.TrackedSteps[name]))
        {
            foreach (var (value, _) in step.Outputs)
            {
                Visit(value, step.Name ?? "", seen);
            }
        }

        seen.Count.ShouldBeGreaterThan(100);
    }

    private static void Visit(object? node, string step, HashSet<object> seen)
    {
        if (node is null or string || node.GetType().IsPrimitive || !seen.Add(node))
        {
            return;
        }

        (node is Microsoft.CodeAnalysis.Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or Diagnostic or AdditionalText)
            .ShouldBeFalse($"{step} hands on a {node.GetType()}");
        if (node is IEnumerable items)
        {
            foreach (var item in items)
            {
                Visit(item, step, seen);
            }
        }

        foreach (var field in node.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            Visit(field.GetValue(node), step, seen);
        }
    }

    private static AdditionalText Description(string vendor, string? document = null) =>
        GeneratorRun.Description(VendorDocuments.Describe(document ?? VendorDocuments.Acme, vendor, "Clients." + vendor, "Client"), vendor);

    private static CSharpCompilation Compilation(IEnumerable<string> vendors) =>
        GeneratorRun.Compile([.. vendors.SelectMany(v => KiotaBatch.SourcesOf(Vendor(v).Client))]);

    // As a lock file may name it: Kiota begins it with a capital.
    private static TestVendor Vendor(string name) => TestVendor.OfText(name, VendorDocuments.Acme, "Clients." + name, "Client");

    private static Dictionary<string, IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(s => s.Outputs).ToDictionary(o => NameOf(o.Value), o => o.Reason);

    private static IEnumerable<IncrementalStepRunReason> Emitted(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).Select(o => o.Reason);

    private static string NameOf(object value)
    {
        var holder = value is System.Runtime.CompilerServices.ITuple tuple ? tuple[0]! : value;
        return (string)holder.GetType().GetProperty("Name")!.GetValue(holder)!;
    }
}
