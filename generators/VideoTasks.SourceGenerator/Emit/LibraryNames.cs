namespace VideoTasks.SourceGenerator.Emit;

/// <summary>The types of the library and of Kiota's runtime that emitted code names, and where they are.</summary>
internal static class LibraryNames
{
    /// <summary>The library's partial list of vendors, which the list of its own assembly completes.</summary>
    public const string VendorsNamespace = "VideoTasks.Vendors";

    public const string Vendors = VendorsNamespace + ".VideoVendors";

    public const string Status = "global::VideoTasks.VideoTaskStatus";
    public const string TaskRequest = "global::VideoTasks.VideoTaskRequest";

    public const string Vendor = InVendors + "VideoVendor";
    public const string VendorDescription = InVendors + "VideoVendorDescription";
    public const string Operation = "global::VideoTasks.VideoOperation";
    public const string OperationDescription = InVendors + "VideoOperationDescription";
    public const string ParameterDescription = InVendors + "VideoParameterDescription";
    public const string RefusedDescription = InVendors + "VideoRefusedDescription";
    public const string FieldDescription = InVendors + "VideoFieldDescription";
    public const string KeyLocation = InVendors + "VideoKeyLocation";
    public const string PagingStyle = InVendors + "VideoListPagingStyle";
    public const string Arguments = InVendors + "VideoRequestArguments";

    public const string TaskFields = InVendors + "VideoTaskFields";
    public const string TaskValues = InMapping + "VideoTaskValues";
    public const string RequestBody = InRequests + "VideoRequestBody";
    public const string RequestField = InVendors + "VideoRequestField";
    public const string RequestForms = InVendors + "VideoRequestForms";
    public const string RequestValues = InRequests + "VideoRequestValues";
    public const string InputShape = InVendors + "VideoInputShape";

    public const string Adapter = InKiota + "IRequestAdapter";
    public const string Information = InKiota + "RequestInformation";
    public const string ParseNode = InKiota + "Serialization.IParseNode";

    private const string InVendors = "global::" + VendorsNamespace + ".";
    private const string InMapping = "global::VideoTasks.Mapping.";
    private const string InRequests = "global::VideoTasks.Requests.";
    private const string InKiota = "global::Microsoft.Kiota.Abstractions.";
}
