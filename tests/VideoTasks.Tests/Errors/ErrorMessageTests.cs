namespace VideoTasks.Tests.Errors;

public sealed class ErrorMessageTests
{
    [Theory]
    [InlineData("create, get", "acme has no 'list' operation in openapi/acme.yaml; it has: create, get.")]
    [InlineData("", "acme has no 'list' operation in openapi/acme.yaml; none of its operations was recognised.")]
    public void An_operation_that_is_missing_names_those_that_are_there(string operations, string expected) =>
        ErrorMessages.OperationMissing("acme", "list", "openapi/acme.yaml", operations).Text.ShouldBe(expected);
}
