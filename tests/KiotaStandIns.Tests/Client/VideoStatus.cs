using System.Runtime.Serialization;

namespace KiotaStandIns.Tests.Client;

internal enum VideoStatus
{
    [EnumMember(Value = "queued")]
    Queued,

    [EnumMember(Value = "in_progress")]
    InProgress,

    [EnumMember(Value = "completed")]
    Completed,
}
