namespace VideoTasks.SourceGenerator.Model;

/// <summary>A vendor description as data. <see cref="Error"/> says why it can't be used; then nothing else counts.</summary>
internal sealed record VendorModel
{
    /// <summary>The description's own file.</summary>
    public string FilePath { get; init; } = "";

    public DiagnosticInfo? Error { get; init; }

    public string Name { get; init; } = "";

    public string? Title { get; init; }

    public string ClientNamespace { get; init; } = "";

    public string ClientClass { get; init; } = "";

    public string DocumentPath { get; init; } = "";

    public string DocumentHash { get; init; } = "";

    public EquatableArray<string> Files { get; init; }

    public string? ServerUrl { get; init; }

    public AuthModel Auth { get; init; } = new("header", "Authorization", "Bearer", "", null);

    public double? PollSeconds { get; init; }

    public bool IsIdempotent { get; init; }

    public bool ContentUrlNeedsKey { get; init; }

    public string? ContentIdPointer { get; init; }

    public string? ItemsPointer { get; init; }

    public EquatableArray<StatusWordModel> StatusWords { get; init; }

    public EquatableArray<NamedValue> Units { get; init; }

    public EquatableArray<PointerModel> Pointers { get; init; }

    public EquatableArray<OperationModel> Operations { get; init; }

    public EquatableArray<RefusedModel> Refused { get; init; }

    public EquatableArray<ProblemModel> Problems { get; init; }
}

/// <summary>A place in one of the vendor's files.</summary>
/// <param name="File">The file's number in <see cref="VendorModel.Files"/>.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal sealed record PlaceModel(int File, int Line, int Column);

internal sealed record AuthModel(string In, string Name, string? Scheme, string Reason, PlaceModel? Place);

internal sealed record StatusWordModel(string Word, string Status);

internal sealed record NamedValue(string Name, string Value);

internal sealed record PointerModel(string Field, string Pointer, PlaceModel? Place);

internal sealed record RefusedModel(string Method, string Path, string? Role, string Reason, PlaceModel? Place);

internal sealed record ProblemModel(string Id, PlaceModel? Place, EquatableArray<string> Arguments);

internal sealed record OperationModel(string Role, string Method, string Path, string? IdIn, string? IdName, string Reason, PlaceModel? Place)
{
    public EquatableArray<string> Answers { get; init; }

    public EquatableArray<string> Bodies { get; init; }

    public EquatableArray<string> Parameters { get; init; }

    public EquatableArray<FieldModel> Fields { get; init; }

    public EquatableArray<RequestFieldModel> Request { get; init; }

    public EquatableArray<NamedValue> Constants { get; init; }

    public EquatableArray<ParameterModel> Paths { get; init; }

    public EquatableArray<ParameterModel> Queries { get; init; }

    public EquatableArray<ParameterModel> Headers { get; init; }

    public PagingModel? Paging { get; init; }
}

internal sealed record FieldModel(string Name, string Pointer, string Type, string? Format, string Reason, string? Lost, PlaceModel? Place, EquatableArray<WordModel> Words);

internal sealed record WordModel(string Word, PlaceModel? Place, EquatableArray<string> Labels);

internal sealed record ParameterModel(string Name, string? Value, string Reason, PlaceModel? Place);

internal sealed record PagingModel(string Style, string? Next, string? Size, int First);

internal sealed record RequestFieldModel(string Name, string Pointer, string Type, string? Separator, string? Suffix, EquatableArray<ShapeModel> Shapes);

internal sealed record ShapeModel(string Shape, string? Model);
