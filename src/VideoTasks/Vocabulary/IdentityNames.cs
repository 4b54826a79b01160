namespace VideoTasks.Vocabulary;

/// <summary>
/// What vendors call the id, the state, the progress, the model and the prompt of a task; the first name is the most trusted one. Names are
/// compared without case, <c>_</c>, <c>-</c> and space: <c>taskid</c> is task_id, taskId, TASK-ID.
/// </summary>
internal static class IdentityNames
{
    public const string Id =
        "id taskid videoid jobid generationid videotaskid videogenerationid predictionid taskuuid uuid operationid executionid runid "
        + "invocationarn projectid requestid";

    /// <summary>A resource name of a long-running operation; a name of anything else is no id.</summary>
    public const string OperationName = "name";

    public const string Status =
        "status taskstatus state taskstate jobstatus jobstate videostatus generationstatus processingstatus runstatus currentstatus statusname "
        + "statustext queuestatus phase stage";

    public const string Done = "done finished isdone isfinished completed iscompleted iscomplete";

    /// <summary>Flags beside those, which say which end it was.</summary>
    public const string Failed = "isfailed hasfailed isfailure failed";

    public const string Progress =
        "progress progresspercent progresspercentage percent percentage percentcomplete percentagecomplete completionpercentage completepercentage "
        + "progressvalue taskprogress videoprogress progressrate progresspct pct";

    public const string Model = "model modelname modelid modelslug modelkey modelversionid videomodel engine";

    public const string Prompt = "prompt origprompt originalprompt inputprompt userprompt textprompt prompttext videoprompt";
}
