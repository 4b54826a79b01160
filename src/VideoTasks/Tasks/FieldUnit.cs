using System.Runtime.InteropServices;
using VideoTasks.Generated;

namespace VideoTasks.Tasks;

/// <summary>What a hint says about the values of a field.</summary>
/// <param name="Unit">Their unit; null to tell by the value.</param>
/// <param name="Offset">The offset from UTC of times without a zone; null for none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FieldUnit(VideoFieldUnit? Unit, TimeSpan? Offset = null);
