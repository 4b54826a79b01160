namespace VideoTasks;

/// <summary>A client that brings the clock that waits for its tasks go by.</summary>
internal interface IVideoTaskClock
{
    TimeProvider TimeProvider { get; }
}
