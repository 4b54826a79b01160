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
        return StartAsync(CallOf(request.Source), request, cancellationToken);
    }

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
    public Task<VideoTaskPage> ListPageAsync(VideoTaskListOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        VideoTaskListOptions.Validate(options);
        var position = options.ContinuationToken is { } token
            ? ListToken.Read(Vendor.Name, token, nameof(options))
            : ListPosition.First(Vendor.ListPaging, options);
        return ListPageAsync(position, cancellationToken);
    }

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

    private static VendorCall CallOf(VideoTaskSource? source)
    {
        if (source is null)
        {
            return new(VideoOperation.Create);
        }

        if (source.Operation == VideoOperation.Create || !source.Operation.StartsTask())
        {
            throw new ArgumentException(
                $"VideoTaskRequest.Source.Operation is {source.Operation}: what starts from a finished task is Remix, Edit or Extend.",
                nameof(source));
        }

        EnsureId(source.Id);
        return new(source.Operation, source.Id);
    }

    private async Task<VideoTaskPage> ListPageAsync(ListPosition position, CancellationToken cancellationToken)
    {
        var call = position.Call;
        var answer = await _exchange.SendAsync(call, () => _requests.Create(call), cancellationToken).ConfigureAwait(false);
        var list = ListAnswer.Read(JsonBody.Readable(answer.Json), Vendor.ListPointer)
            ?? throw VendorErrors.NotAList(answer, _exchange.ContextOf(call));
        var now = _options.TimeProvider.GetUtcNow();
        var items = list.Items
            .Select(item =>
            {
                var typed = _vendor.ReadTyped(VideoOperation.List, new LenientParseNode(item));
                var task = VideoTaskMapper.Map(Vendor, VideoOperation.List, item, id: null, typed, now);
                return (Task: task, Identity: task.Id.Length > 0 ? task.Id : item.GetRawText());
            })
            .DistinctBy(item => item.Identity)
            .ToList();
        var next = position.Next(Vendor.ListPaging, list, [.. items.Select(item => item.Identity)], items.LastOrDefault().Task?.Id);
        return new()
        {
            Tasks = [.. items.Select(item => item.Task).Take(position.Left ?? int.MaxValue)],
            ContinuationToken = next is null ? null : ListToken.Write(Vendor.Name, next),
        };
    }

    private async Task<VideoTask> StartAsync(VendorCall call, VideoTaskRequest request, CancellationToken cancellationToken)
    {
        var answer = await _exchange.SendAsync(call, token => _requests.CreateAsync(call, request, token), cancellationToken).ConfigureAwait(false);
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
