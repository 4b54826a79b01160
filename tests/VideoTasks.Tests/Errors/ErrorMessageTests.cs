namespace VideoTasks.Tests.Errors;

public sealed class ErrorMessageTests
{
    [Theory]
    [InlineData("create, get", "acme has no 'list' operation in its document; it has: create, get.")]
    [InlineData("", "acme has no 'list' operation in its document; none of its operations was recognised.")]
    public void An_operation_that_is_missing_names_those_that_are_there(string operations, string expected) =>
        ErrorMessages.OperationMissing("acme", "list", operations).Text.ShouldBe(expected);
}
