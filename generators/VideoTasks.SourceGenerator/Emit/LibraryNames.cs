namespace VideoTasks.SourceGenerator.Emit;

/// <summary>The types of the library and of Kiota's runtime that emitted code names, and where they are.</summary>
internal static class LibraryNames
{
    /// <summary>The library's partial list of vendors, which the list of its own assembly completes.</summary>
    public const string VendorsNamespace = "VideoTasks.Vendors";

    public const string Vendors = VendorsNamespace + ".VideoVendors";

    public const string BuilderNamespace = "VideoTasks";

    public const string Builder = "global::VideoTasks.IVideoTasksBuilder";
    public const string BuilderExtensions = "global::VideoTasks.VideoTasksBuilderExtensions";
    public const string Status = "global::VideoTasks.VideoTaskStatus";
    public const string TaskRequest = "global::VideoTasks.VideoTaskRequest";

    public const string Vendor = InVendors + "VideoVendor";
    public const string VendorDescription = InVendors + "VideoVendorDescription";
    public const string Operation = "global::VideoTasks.VideoOperation";
    public const string OperationDescription = InVendors + "VideoOperationDescription";
    public const string ParameterDescription = InVendors + "VideoParameterDescription";
    public const string RefusedDescription = InVendors + "VideoRefusedDescription";
    public const string FieldDescription = InVendors + "VideoFieldDescription";
    public const string Explanation = InVendors + "VideoVendorExplanation";
    public const string OperationExplanation = InVendors + "VideoOperationExplanation";
    public const string Reason = InVendors + "VideoReason";
    public const string ParameterLocation = InVendors + "VideoParameterLocation";
    public const string KeyLocation = InVendors + "VideoKeyLocation";
    public const string PagingStyle = InVendors + "VideoListPagingStyle";
    public const string Arguments = InGenerated + "VideoRequestArguments";

    public const string Registry = InGenerated + "VideoVendorRegistry";
    public const string TaskFields = InGenerated + "VideoTaskFields";
    public const string TaskValues = InGenerated + "VideoTaskValues";
    public const string RequestBody = InGenerated + "VideoRequestBody";
    public const string RequestField = InGenerated + "VideoRequestField";
    public const string RequestForms = InGenerated + "VideoRequestForms";
    public const string RequestValues = InGenerated + "VideoRequestValues";
    public const string RequestFieldName = InGenerated + "VideoRequestFieldName";
    public const string TaskField = InGenerated + "VideoTaskField";
    public const string FieldUnit = InGenerated + "VideoFieldUnit";
    public const string FieldType = InGenerated + "VideoFieldType";
    public const string InputForm = InGenerated + "VideoInputForm";
    public const string InputShape = InGenerated + "VideoInputShape";

    public const string Adapter = InKiota + "IRequestAdapter";
    public const string Information = InKiota + "RequestInformation";
    public const string ParseNode = InKiota + "Serialization.IParseNode";

    private const string InVendors = "global::" + VendorsNamespace + ".";
    private const string InGenerated = "global::VideoTasks.Generated.";
    private const string InKiota = "global::Microsoft.Kiota.Abstractions.";
}
