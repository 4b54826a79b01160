using Microsoft.Extensions.Logging;

namespace VideoTasks.Container;

/// <summary>What is said about how the clients are set up.</summary>
internal static partial class ContainerLog
{
    [LoggerMessage(
        EventId = 30, Level = LogLevel.Warning, Message = "The configuration has {Keys}, which nothing reads. A client takes {Known}.")]
    public static partial void UnknownKeys(ILogger logger, string keys, string known);

    [LoggerMessage(
        EventId = 31, Level = LogLevel.Warning, Message = "The configuration has {Sections}, and no client has that name. There are {Names}.")]
    public static partial void UnknownClients(ILogger logger, string sections, string names);

    [LoggerMessage(
        EventId = 32,
        Level = LogLevel.Warning,
        Message = "The configuration of {Client} was changed to one that can't be used; it goes on with the key of before: {Fault}")]
    public static partial void KeyNotReloaded(ILogger logger, string client, string fault);
}
