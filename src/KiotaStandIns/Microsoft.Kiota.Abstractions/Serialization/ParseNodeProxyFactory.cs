namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>Adds callbacks to the nodes of another factory.</summary>
public abstract class ParseNodeProxyFactory : IParseNodeFactory
{
    private readonly IParseNodeFactory _concrete;
    private readonly Action<IParsable> _onBefore;
    private readonly Action<IParsable> _onAfter;

    /// <summary>A proxy for a factory.</summary>
    /// <param name="concrete">The factory.</param>
    /// <param name="onBefore">Called before a model's properties are set.</param>
    /// <param name="onAfter">Called after a model's properties are set.</param>
    protected ParseNodeProxyFactory(IParseNodeFactory concrete, Action<IParsable> onBefore, Action<IParsable> onAfter)
    {
        ArgumentNullException.ThrowIfNull(concrete);
        _concrete = concrete;
        _onBefore = onBefore;
        _onAfter = onAfter;
    }

    /// <inheritdoc/>
    public string ValidContentType => _concrete.ValidContentType;

    /// <inheritdoc/>
    public async Task<IParseNode> GetRootParseNodeAsync(string contentType, Stream content, CancellationToken cancellationToken = default)
    {
        var node = await _concrete.GetRootParseNodeAsync(contentType, content, cancellationToken).ConfigureAwait(false);
        node.OnBeforeAssignFieldValues = _onBefore + node.OnBeforeAssignFieldValues;
        node.OnAfterAssignFieldValues = _onAfter + node.OnAfterAssignFieldValues;
        return node;
    }
}
