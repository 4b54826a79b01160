using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace VideoTasks.Emulator.Http;

/// <summary>A JSON answer of a vendor.</summary>
internal sealed record Answer(int StatusCode, JsonObject Body)
{
    // The vendors send their Chinese words as they are, not escaped.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task WriteAsync(HttpContext context)
    {
        var bytes = Encoding.UTF8.GetBytes(Body.ToJsonString(Readable));
        context.Response.StatusCode = StatusCode;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes).AsTask();
    }
}
