using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace KiotaStandIns.Tests;

/// <summary>What the published assemblies import from the two missing ones is there, with the same signature.</summary>
public class ImportedMembersTests
{
    private const string Abstractions = "Microsoft.Kiota.Abstractions";
    private const string MemoryStreams = "Microsoft.IO.RecyclableMemoryStream";

    public static TheoryData<string> PublishedAssemblies =>
    [
        "Microsoft.Kiota.Http.HttpClientLibrary",
        "Microsoft.Kiota.Serialization.Form",
        "Microsoft.Kiota.Serialization.Json",
        "Microsoft.Kiota.Serialization.Multipart",
        "Microsoft.Kiota.Serialization.Text",
    ];

    [Theory]
    [MemberData(nameof(PublishedAssemblies))]
    public void Every_imported_type_and_member_resolves(string assembly)
    {
        var offered = Offered(Abstractions).Union(Offered(MemoryStreams)).ToHashSet(StringComparer.Ordinal);

        var imported = Imported(assembly);

        imported.Count.ShouldBeGreaterThan(10);
        string.Join('\n', imported.Except(offered)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(PublishedAssemblies))]
    public void The_version_and_the_key_that_it_refers_to_are_those_of_the_stand_ins(string assembly)
    {
        var references = Assembly.Load(assembly).GetReferencedAssemblies().Where(static name => name.Name is Abstractions or MemoryStreams);

        foreach (var reference in references)
        {
            Assembly.Load(reference.Name!).FullName.ShouldBe(reference.FullName);
        }
    }

    // A type that implements an interface with other constraints or a missing member does not load.
    [Theory]
    [MemberData(nameof(PublishedAssemblies))]
    public void Every_type_loads(string assembly) => Assembly.Load(assembly).GetTypes().ShouldNotBeEmpty();

    private static HashSet<string> Imported(string assembly)
    {
        using var file = Open(assembly);
        var reader = file.GetMetadataReader();
        var names = new SignatureNames(reader);
        var imported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handle in reader.TypeReferences.Where(handle => IsOurs(names.AssemblyOf(handle))))
        {
            imported.Add($"type {names.NameOf(handle)}");
        }

        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            var parent = names.ParentOf(member);
            if (parent.IsNil || !IsOurs(names.AssemblyOf(parent)))
            {
                continue;
            }

            var name = reader.GetString(member.Name);
            imported.Add(member.GetKind() == MemberReferenceKind.Method
                ? SignatureNames.Text(names.NameOf(parent), name, member.DecodeMethodSignature(names, null))
                : $"{member.DecodeFieldSignature(names, null)} {names.NameOf(parent)}.{name}");
        }

        return imported;
    }

    private static List<string> Offered(string assembly)
    {
        using var file = Open(assembly);
        var reader = file.GetMetadataReader();
        var names = new SignatureNames(reader);
        var offered = new List<string>();
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) is not (TypeAttributes.Public or TypeAttributes.NestedPublic))
            {
                continue;
            }

            var parent = names.NameOf(handle);
            offered.Add($"type {parent}");
            offered.AddRange(type.GetMethods().Select(reader.GetMethodDefinition)
                .Where(static method => (method.Attributes & MethodAttributes.MemberAccessMask)
                    is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem)
                .Select(method => SignatureNames.Text(parent, reader.GetString(method.Name), method.DecodeSignature(names, null))));
            offered.AddRange(type.GetFields().Select(reader.GetFieldDefinition)
                .Where(static field => (field.Attributes & FieldAttributes.FieldAccessMask)
                    is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem)
                .Select(field => $"{field.DecodeSignature(names, null)} {parent}.{reader.GetString(field.Name)}"));
        }

        return offered;
    }

    private static bool IsOurs(string assembly) => assembly is Abstractions or MemoryStreams;

    private static PEReader Open(string assembly) => new(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll")));
}
