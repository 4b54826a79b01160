using System.Diagnostics.CodeAnalysis;

namespace VideoTasks;

/// <summary>Clients by name. <c>AddVideoTasks()</c> registers one.</summary>
public interface IVideoTaskClientFactory
{
    /// <summary>The names of all clients, in alphabetical order: those of all vendors, and those that were added under names of their own.</summary>
    IReadOnlyList<string> ClientNames { get; }

    /// <summary>The client with a name that comes from elsewhere, such as a URL; the same one each time.</summary>
    /// <param name="name">The client's name, in any case.</param>
    /// <param name="client">The client.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="VideoTaskException">There is one, and it is not set up as it has to be
    /// (<see cref="VideoTaskErrorReason.Configuration"/>).</exception>
    bool TryGetClient(string name, [NotNullWhen(true)] out IVideoTaskClient? client);

    /// <summary>The client with a name; the same one each time.</summary>
    /// <param name="name">The client's name, in any case.</param>
    /// <exception cref="VideoTaskException">
    /// No client has that name, or it is not set up as it has to be (<see cref="VideoTaskErrorReason.Configuration"/>).
    /// </exception>
    IVideoTaskClient GetClient(string name);

    /// <summary>A new client that is like the one with a name but for some options, such as another tenant's key. Nothing keeps it.</summary>
    /// <param name="name">The client's name, in any case. The new one has it too.</param>
    /// <param name="configure">Changes the options.</param>
    /// <exception cref="VideoTaskException">
    /// No client has that name, or it is not set up as it has to be (<see cref="VideoTaskErrorReason.Configuration"/>).
    /// </exception>
    IVideoTaskClient CreateClient(string name, Action<VideoTaskClientOptions> configure);
}
