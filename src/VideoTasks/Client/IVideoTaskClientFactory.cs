namespace VideoTasks;

/// <summary>Clients by vendor name. <c>AddVideoTasks()</c> registers one.</summary>
public interface IVideoTaskClientFactory
{
    /// <summary>The names of all vendors, in alphabetical order.</summary>
    IReadOnlyList<string> VendorNames { get; }

    /// <summary>The client of a vendor; the same one each time.</summary>
    /// <param name="vendor">The vendor's name, in any case.</param>
    /// <exception cref="VideoTaskException">
    /// No vendor has that name, or it has no base URL (<see cref="VideoTaskErrorReason.Configuration"/>).
    /// </exception>
    IVideoTaskClient GetClient(string vendor);
}
