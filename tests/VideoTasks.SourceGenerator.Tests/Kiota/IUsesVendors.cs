namespace VideoTasks.SourceGenerator.Tests.Kiota;

/// <summary>A test class whose vendors need a client of Kiota's.</summary>
internal interface IUsesVendors
{
    static abstract IEnumerable<TestVendor> Vendors { get; }
}
