using Microsoft.CodeAnalysis;
using VideoTasks.Build.Description.Format;
using VideoTasks.SourceGenerator.Diagnostics;
using VideoTasks.SourceGenerator.Model;

namespace VideoTasks.SourceGenerator.Clients;

/// <summary>
/// Joins a description with the typed client that it names, whoever generated it: the client's class by its name, the request builders by walking
/// the segments of the path, the model of the answer by the type of the method that sends. Nothing of the compilation leaves it.
/// </summary>
internal static class ClientBinder
{
    public static BoundVendor Bind(DescriptionFile file, Compilation compilation, CancellationToken cancellationToken)
    {
        var vendor = new BoundVendor(file) { Error = file.Error };
        if (file.Error is not null)
        {
            return vendor;
        }

        try
        {
            return Bind(vendor, compilation, cancellationToken);
        }
#pragma warning disable CA1031 // One vendor's fault must not take the others along.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return vendor with { Error = VendorDiagnostics.Failure(file.Vendor, exception) };
        }
    }

    private static BoundVendor Bind(BoundVendor vendor, Compilation compilation, CancellationToken cancellationToken)
    {
        if (FindClient(vendor.Description, compilation) is not { } client)
        {
            return vendor;
        }

        var binder = new OperationBinder(client, vendor.Description.ItemsPointer);
        var bound = new List<BoundOperation>();
        var unbound = new List<UnboundOperation>();
        foreach (var operation in vendor.Description.Operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (binder.Bind(operation))
            {
                case ({ } found, _):
                    bound.Add(found);
                    break;
                case (_, { } left):
                    unbound.Add(left);
                    break;
            }
        }

        return vendor with
        {
            Client = new(client.Global(), client.DeclaredAccessibility == Accessibility.Public),
            Operations = new(bound),
            Unbound = new(unbound),
            ReadEnums = binder.ReadEnums,
            WrittenEnums = binder.WrittenEnums,
        };
    }

    private static INamedTypeSymbol? FindClient(VendorDescription vendor, Compilation compilation)
    {
        var name = vendor.ClientNamespace.Length == 0 ? vendor.ClientClass : $"{vendor.ClientNamespace}.{vendor.ClientClass}";
        var client = compilation.GetTypeByMetadataName(name) ?? compilation.GetTypeByMetadataName(Capitalize(name));
        return client is { TypeKind: TypeKind.Class, IsAbstract: false, IsGenericType: false }
            && compilation.IsSymbolAccessibleWithin(client, compilation.Assembly)
            && client.HasPublicConstructor(TakesAdapter) ? client : null;
    }

    private static bool TakesAdapter(IMethodSymbol constructor) =>
        constructor.Parameters.Length > 0
            && constructor.Parameters[0].Type.Name == "IRequestAdapter"
            && constructor.Parameters.Skip(1).All(p => p.IsOptional);

    // Kiota begins every part of a namespace with a capital, whatever the lock file says.
    private static string Capitalize(string name) =>
        string.Join(".", name.Split('.').Select(part => part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part.Substring(1)));
}
