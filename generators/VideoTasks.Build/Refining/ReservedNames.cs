namespace VideoTasks.Build.Refining;

/// <summary>Names that Kiota gives up in favour of .NET's; compared without case.</summary>
internal static class ReservedNames
{
    private static readonly HashSet<string> Types = Set("""
        file directory path environment task thread integer Date Method MultipartBody Stream
        AccessViolationException Action Activator AggregateException AppContext AppDomain AppDomainSetup AppDomainUnloadedException
        ApplicationException ApplicationId ArgIterator ArgumentException ArgumentNullException ArgumentOutOfRangeException ArithmeticException
        Array ArrayTypeMismatchException AssemblyLoadEventArgs AssemblyLoadEventHandler AsyncCallback Attribute AttributeTargets
        AttributeUsageAttribute BadImageFormatException Base64FormattingOptions BitConverter Boolean Buffer Byte CLSCompliantAttribute
        CannotUnloadAppDomainException Char CharEnumerator ContextBoundObject ContextMarshalException ContextStaticAttribute Convert
        CultureAwareComparer DBNull DataMisalignedException DateOnly DateTime DateTimeKind DateTimeOffset DayOfWeek Decimal Delegate
        DivideByZeroException DllNotFoundException Double DuplicateWaitObjectException EntryPointNotFoundException Enum Environment
        EnvironmentVariableTarget EventArgs EventHandler Exception ExecutionEngineException FieldAccessException FlagsAttribute FormatException
        FormattableString GC GCCollectionMode GCGenerationInfo GCKind GCMemoryInfo GCNotificationStatus Guid Half HashCode IAsyncDisposable
        IAsyncResult ICloneable IComparable IConvertible ICustomFormatter IDisposable IFormatProvider IFormattable ISpanFormattable
        Index IndexOutOfRangeException InsufficientExecutionStackException InsufficientMemoryException Int128 Int16 Int32
        Int64 IntPtr InvalidCastException InvalidOperationException InvalidProgramException InvalidTimeZoneException LoaderOptimization
        LoaderOptimizationAttribute LocalDataStoreSlot MTAThreadAttribute MarshalByRefObject Math MathF MemberAccessException MemoryExtensions
        MethodAccessException MidpointRounding MissingFieldException MissingMemberException MissingMethodException ModuleHandle
        MulticastDelegate MulticastNotSupportedException NonSerializedAttribute NotFiniteNumberException NotImplementedException
        NotSupportedException NullReferenceException Nullable Object ObjectDisposedException ObsoleteAttribute OperatingSystem
        OperationCanceledException OrdinalComparer OutOfMemoryException OverflowException ParamArrayAttribute PlatformID
        PlatformNotSupportedException Random Range RankException ResolveEventArgs ResolveEventHandler RuntimeArgumentHandle RuntimeFieldHandle
        RuntimeMethodHandle RuntimeTypeHandle SByte STAThreadAttribute SerializableAttribute Single StackOverflowException String StringComparer
        StringComparison StringNormalizationExtensions StringSplitOptions SystemException ThreadStaticAttribute TimeOnly TimeSpan
        TimeZone TimeZoneInfo TimeZoneNotFoundException TimeoutException Tuple TupleExtensions Type TypeAccessException TypeCode
        TypeInitializationException TypeLoadException TypeUnloadedException TypedReference UInt128 UInt16 UInt32 UInt64 UIntPtr
        UnauthorizedAccessException UnhandledExceptionEventArgs UnhandledExceptionEventHandler UnitySerializationHolder ValueTuple ValueType
        Version Void WeakReference
        """);

    private static readonly HashSet<string> ExceptionMembers = Set("""
        data helpLink hResult innerException message source stacktrace targetSite GetBaseException GetObjectData GetType ToString
        ResponseStatusCode
        """);

    /// <summary>Types of the namespace System in the .NET that Kiota took them from, and a few that most files import.</summary>
    public static bool IsType(string name) => Types.Contains(name);

    /// <summary>Members of the exception that error models derive from.</summary>
    public static bool IsExceptionMember(string name) => ExceptionMembers.Contains(name);

    /// <summary>The base class of request builders.</summary>
    public static bool IsBaseClass(string name) => name.Equals("BaseRequestBuilder", StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> Set(string names) => names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
