using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace VideoTasks.Architecture.Tests;

/// <summary>A folder is a layer and a namespace, and a lower one does not know the higher ones. XML docs may name what they like.</summary>
public sealed class FolderDirectionTests
{
    /// <summary>Each project's folders, lowest first. Those between two signs don't name each other; "." is the project's own folder.</summary>
    public static readonly TheoryData<string, string> Directions = new()
    {
        {
            "src/VideoTasks",
            "Tasks < Errors < Vendors Vocabulary Json < Mapping Requests Http < Calls < Download < Download/Formats < Download/Transfer < "
                + "Download/Content"
            + " < Download/Files Download/Streams < Client < Container"
        },
        { "src/VideoTasks.Cli", "Input < Output < Help < Demo < Commands < Completion < ." },
        {
            "src/VideoTasks.Emulator",
            "Options Media < Tasks < Http < Vendors < Vendors/Aimanyi Vendors/Ezmodel Vendors/Hingnet Vendors/OpenAI Vendors/Skyengine < ."
        },
        {
            "generators/VideoTasks.Build",
            "Diagnostics < Documents/Loading < Documents/Overlays/JsonPaths < Documents/Merging Documents/Overlays < Documents/Bundling < "
                + "Documents/Checks < Documents"
            + " < Description/Format < Recognition/Schemas < Recognition/Operations < Recognition/Hints < Recognition/Fields < "
                + "Recognition/Requests < Recognition/Roles < Recognition"
            + " < Preparation/Reporting < Preparation/Fields Preparation/Naming < Preparation/Paths < Preparation/Schemas Preparation/Selection < "
                + "Preparation/Copying"
            + " < Preparation < Output Locking < Kiota < Description < Update < ."
        },
        {
            "generators/VideoTasks.SourceGenerator",
            "CSharp Severity < Model < Statuses < Diagnostics < Clients < Emit < ."
        },
    };

    // What generated code of any vendor names stands here, as what applications name stands in the project's own namespace.
    private const string OfGeneratedCode = "VideoTasks.Generated";

    // An extension of theirs, and what the compiler looks for in an old framework.
    private static readonly string[] NamespacesOfOthers = ["Microsoft.Extensions.DependencyInjection", "System.Runtime.CompilerServices"];

    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    // Types of packages stay unbound; the names of our own bind without them.
    private static readonly CSharpCompilation Sources = CSharpCompilation.Create(
        assemblyName: null,
        [Parse(ImplicitUsings, ""), .. Directions.SelectMany(row => FilesOf(row.Data.Item1)).Select(file => Parse(File.ReadAllText(file), file))],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)));

    [Theory]
    [MemberData(nameof(Directions))]
    public void A_lower_folder_never_names_a_type_of_a_higher_one(string project, string direction)
    {
        var levels = direction.Split('<')
            .SelectMany((row, level) => row.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(folder => (folder, level)))
            .ToDictionary(pair => pair.folder, pair => pair.level);
        var files = FilesOf(project).ToDictionary(file => file, file => FolderOf(file, project));
        levels.Keys.Order().ShouldBe(files.Values.Distinct().Order(), $"The row of {project} must name each of its folders once.");
        var upward =
            from tree in Sources.SyntaxTrees.Where(tree => files.ContainsKey(tree.FilePath))
            let own = files[tree.FilePath]
            from symbol in NamedIn(tree)
            let homes = symbol.Select(file => files.GetValueOrDefault(file)).OfType<string>().ToHashSet()
            where homes.Count > 0 && homes.All(home => home != own && levels[home] >= levels[own])
            select $"{Path.GetRelativePath(Repository.Root, tree.FilePath)} names {symbol.Key} of "
                + $"{string.Join(", ", homes)}, which is not below {own}: "
                + $"move what it needs to {own} or lower, or let the caller pass it as a function or an interface.";
        ShouldBeNone(upward);
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public void A_namespace_is_that_of_the_folder_or_for_what_applications_name_that_of_the_project(string project, string _)
    {
        var name = Path.GetFileName(project);
        var strays =
            from file in FilesOf(project)
            from declared in Sources.SyntaxTrees.First(tree => tree.FilePath == file)
                .GetRoot()
                .DescendantNodes()
                .OfType<BaseNamespaceDeclarationSyntax>()
            let expected = $"{name}.{FolderOf(file, project).Replace('/', '.')}"
            where declared.Name.ToString() is var found
                && found != expected && found != name && found != OfGeneratedCode && !NamespacesOfOthers.Contains(found)
            select $"{Path.GetRelativePath(Repository.Root, file)} declares {declared.Name}: make it {expected}.";
        ShouldBeNone(strays);
    }

    /// <summary>What the code of a file names, each with the files that declare it; of a using's namespace, those that declare its types.</summary>
    private static IEnumerable<IGrouping<string, string>> NamedIn(SyntaxTree tree)
    {
        var model = Sources.GetSemanticModel(tree);
        return from name in tree.GetRoot().DescendantNodes().OfType<NameSyntax>()
               where name is SimpleNameSyntax || name.Parent is UsingDirectiveSyntax
               let info = model.GetSymbolInfo(name)
               let symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault()
               let type = symbol as INamedTypeSymbol ?? symbol?.ContainingType
               from declared in symbol is INamespaceSymbol space
                   && name.Parent is UsingDirectiveSyntax ? space.GetTypeMembers().AsEnumerable() : [type]
               from reference in declared?.DeclaringSyntaxReferences ?? []
               group reference.SyntaxTree.FilePath by type?.Name ?? symbol.ToDisplayString();
    }

    private static void ShouldBeNone(IEnumerable<string> offences) =>
        Assert.True(!offences.Any(), string.Join('\n', offences.Distinct()));

    private static SyntaxTree Parse(string text, string path)
    {
        var tree = CSharpSyntaxTree.ParseText(text, new(LanguageVersion.Preview), path);
        tree.GetDiagnostics().ShouldBeEmpty();
        return tree;
    }

    private static IEnumerable<string> FilesOf(string project) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.cs", SearchOption.AllDirectories);

    private static string FolderOf(string file, string project) =>
        Path.GetRelativePath(Path.Combine(Repository.Root, project), Path.GetDirectoryName(file)!).Replace('\\', '/');
}
