using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Faults;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>Writes what the admin requests list. Members are in snake_case, as those of Pinterest's API.</summary>
internal static class AdminViews
{
    public static JObject Request(ReceivedRequest request) =>
        new()
        {
            ["received_at"] = request.ReceivedAt,
            ["method"] = request.Method,
            ["path"] = request.Path,
            ["operation_id"] = request.OperationId,
            ["status"] = request.Status,
            ["body"] = request.Body,
        };

    public static JObject Fault(SandboxFault fault) =>
        new()
        {
            ["fault"] = FaultNames.Text(fault),
            ["operation"] = fault.OperationId,
            ["times"] = fault.Times,
        };
}
