namespace VideoTasks.Emulator;

/// <summary>A vendor that the emulator plays.</summary>
/// <param name="Name">The vendor's name, as under <c>openapi/</c>.</param>
/// <param name="BaseUrl">Its base URL: what stands for the <c>servers</c> entry of its document.</param>
public sealed record EmulatedVendor(string Name, Uri BaseUrl);
