using System.Runtime.CompilerServices;
using System.Text.Json;
using VideoTasks.Calls;
using VideoTasks.Json;
using VideoTasks.Mapping;

namespace VideoTasks;

/// <content>The operations that answer with JSON.</content>
public sealed partial class VideoTaskClient
{
    /// <inheritdoc/>
    public Task<VideoTask> CreateAsync(VideoTaskRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return StartAsync(VideoOperation.Create, sourceId: null, request, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<VideoTask> RemixAsync(string id, VideoTaskRequest request, CancellationToken cancellationToken = default) =>
        StartFromAsync(VideoOperation.Remix, id, request, cancellationToken);

    /// <inheritdoc/>
    public Task<VideoTask> EditAsync(string id, VideoTaskRequest request, CancellationToken cancellationToken = default) =>
        StartFromAsync(VideoOperation.Edit, id, request, cancellationToken);

    /// <inheritdoc/>
    public Task<VideoTask> ExtendAsync(string id, VideoTaskRequest request, CancellationToken cancellationToken = default) =>
        StartFromAsync(VideoOperation.Extend, id, request, cancellationToken);

    /// <inheritdoc/>
    public async Task<VideoTask> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        EnsureId(id);
        var call = new VendorCall(VideoOperation.Get, id);
        var answer = await _exchange.SendAsync(call, () => _requests.Create(call), cancellationToken).ConfigureAwait(false);
        var task = Map(call, answer, id);
        return VendorErrors.InBody(answer, task, _exchange.ContextOf(call)) is { } error ? throw error : task;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<VideoTask> ListAsync(VideoTaskListOptions? options = null, CancellationToken cancellationToken = default) =>
        ListPagesAsync(options is null ? new() : options with { }, cancellationToken);

    /// <inheritdoc/>
    public async Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        EnsureId(id);
        var call = new VendorCall(VideoOperation.Delete, id);
        var answer = await _exchange.SendAsync(call, () => _requests.Create(call), cancellationToken).ConfigureAwait(false);
        if (answer.Json.ValueKind != JsonValueKind.Undefined && !DeletionReader.Succeeded(answer.Json, Vendor))
        {
            throw VendorErrors.NotDeleted(answer, _exchange.ContextOf(call));
        }
    }

    /// <inheritdoc/>
    public async Task<VideoTask> CancelAsync(string id, CancellationToken cancellationToken = default)
    {
        EnsureId(id);
        var call = new VendorCall(VideoOperation.Cancel, id);
        var answer = await _exchange.SendAsync(call, () => _requests.Create(call), cancellationToken).ConfigureAwait(false);
        if (answer.Json.ValueKind == JsonValueKind.Undefined)
        {
            return await GetAsync(id, cancellationToken).ConfigureAwait(false);
        }

        var task = Map(call, answer, id);
        if (VendorErrors.InBody(answer, task, _exchange.ContextOf(call)) is { } error)
        {
            throw error;
        }

        // Many cancels answer {"ok":true}: the task itself knows more.
        return task.RawStatus is null ? await GetAsync(id, cancellationToken).ConfigureAwait(false) : task;
    }

    private static void EnsureId(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (id is "." or "..")
        {
            throw new ArgumentException("'.' and '..' are no ids: in a URL they mean another address.", nameof(id));
        }
    }

    private async IAsyncEnumerable<VideoTask> ListPagesAsync(
        VideoTaskListOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var paging = new VideoTaskPaging(Vendor.ListPaging, options);
        var left = options.MaxCount ?? int.MaxValue;
        while (left > 0)
        {
            var call = paging.Call;
            var answer = await _exchange.SendAsync(call, () => _requests.Create(call), cancellationToken).ConfigureAwait(false);
            var page = VideoTaskPage.Read(JsonBody.Readable(answer.Json), Vendor.ListPointer)
                ?? throw VendorErrors.NotAList(answer, _exchange.ContextOf(call));
            string? last = null;
            var hasNew = false;
            foreach (var item in page.Items)
            {
                var typed = _vendor.ReadTyped(VideoOperation.List, new LenientParseNode(item));
                var task = VideoTaskMapper.Map(Vendor, VideoOperation.List, item, id: null, typed, _options.TimeProvider.GetUtcNow());
                last = task.Id;
                if (!paging.IsNew(task.Id.Length > 0 ? task.Id : item.GetRawText()))
                {
                    continue;
                }

                hasNew = true;
                yield return task;
                if (--left == 0)
                {
                    yield break;
                }
            }

            if (!paging.Turn(page, last, hasNew))
            {
                yield break;
            }
        }
    }

    private Task<VideoTask> StartFromAsync(VideoOperation operation, string id, VideoTaskRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        EnsureId(id);
        return StartAsync(operation, id, request, cancellationToken);
    }

    private async Task<VideoTask> StartAsync(
        VideoOperation operation, string? sourceId, VideoTaskRequest request, CancellationToken cancellationToken)
    {
        var call = new VendorCall(operation, sourceId);
        var answer = await _exchange.SendAsync(call, () => _requests.Create(call, request), cancellationToken).ConfigureAwait(false);
        var task = Map(call, answer, id: null);
        if (task.Id.Length == 0 && task.Error is null && TaskLocation.IdIn(answer.Location, Vendor) is { } id)
        {
            task = task with { Id = id };
        }

        return VendorErrors.InBody(answer, task, _exchange.ContextOf(call)) is { } error ? throw error : task;
    }

    private VideoTask Map(VendorCall call, VendorResponse answer, string? id)
    {
        var typed = _vendor.ReadTyped(call.Operation, new LenientParseNode(JsonBody.Readable(answer.Json)));
        return VideoTaskMapper.Map(
            Vendor, call.Operation, answer.Json, id, typed, _options.TimeProvider.GetUtcNow()) with { RetryAfter = answer.RetryAfter };
    }
}
