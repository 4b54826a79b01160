namespace VideoTasks.Build.Description;

/// <summary>What the lock file knows about a vendor.</summary>
/// <param name="Name">Its name: the lock entry's, lower case.</param>
/// <param name="ClientNamespace">The namespace of its typed client.</param>
/// <param name="ClientClass">The class of its typed client.</param>
/// <param name="DocumentPath">The document, relative to <paramref name="Root"/>, with forward slashes.</param>
/// <param name="DocumentHash">The document's hash as the lock file has it.</param>
/// <param name="Root">The folder that paths in the description are relative to.</param>
internal sealed record VendorFacts(string Name, string ClientNamespace, string ClientClass, string DocumentPath, string DocumentHash, string Root);
