using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>What the compiler wants for <c>init</c> and records; netstandard2.0 lacks it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class IsExternalInit;
