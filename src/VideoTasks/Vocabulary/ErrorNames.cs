namespace VideoTasks.Vocabulary;

/// <summary>What vendors call errors; see <see cref="IdentityNames"/> for how names are written here.</summary>
internal static class ErrorNames
{
    /// <summary>An object, a text, a list, a code: whatever stands there is about an error.</summary>
    public const string Error = "error errors failure failurereason failedreason errorinfo errordetail errordetails taskerror exception lasterror";

    public const string Message =
        "errormessage errormsg errmsg errormessages failmsg failmessage failuremessage failuremsg failedmsg errordescription errstr errorreason "
        + "errorstring failedmessage messageerror";

    public const string Code = "errorcode errcode failcode failurecode failedcode errno errorno errornum";

    public const string Type = "errortype failuretype errtype";

    /// <summary>A message on failure, and the result's URL on success: AnyFast and older new-api.</summary>
    public const string FailReason = "failreason";

    /// <summary>About an error only when something else says that there is one; <c>message: "success"</c> is no error.</summary>
    public const string PossibleMessage = "taskstatusmsg message msg messege reason statusmsg statusmessage statusreason statusdetail description info";

    /// <summary>What went wrong, at FastAPI servers, and where a queue is "completed" with a failure (Qiniu).</summary>
    public const string Detail = "detail details";

    public const string PossibleCode = "code statuscode retcode resultcode";

    /// <summary>Google's way to say that a finished operation made nothing.</summary>
    public const string Refusal = "raimediafilteredreasons raimediafilteredcount";
}
