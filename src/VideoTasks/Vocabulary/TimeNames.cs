namespace VideoTasks.Vocabulary;

/// <summary>What vendors call the times of a task; see <see cref="IdentityNames"/> for how names are written here.</summary>
internal static class TimeNames
{
    public const string Created =
        "createdat created createtime creationtime createdtime createdon creationdate createddate createdate datecreated timecreated createat createtimestamp "
        + "createdtimestamp submittime submittedat submitat submissiontime requestedat queuedat insertedat gmtcreate gmtcreated createdatms";

    public const string Completed =
        "completedat completed completedtime completetime completeat completiontime completiondate completedate finishtime finishedat finishedtime finished "
        + "finishat endtime endedat endat doneat succeededat successtime completedatms completetimestamp finishtimestamp";

    public const string Expires =
        "expiresat expires expireat expiretime expirytime expirationtime expirationdate expiration expirydate expiry expiredat expirestime expireson "
        + "validuntil availableuntil urlexpiresat videourlexpiresat urlexpiretime";

    public const string ExpiresIn = "expiresin expirein ttl videourlttl urlttl expiresinseconds";
}
