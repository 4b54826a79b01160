namespace VideoTasks.Emulator.Tasks;

/// <summary>The words in square brackets by which a prompt chooses its scenario.</summary>
internal static class PromptScenario
{
    private const int Cut = 100_000;

    public static EmulatedScenario Read(string prompt, EmulatedScenario scenario, IReadOnlyList<EmulatedContentForm> forms)
    {
        bool Says(string word) => prompt.Contains($"[{word}]", StringComparison.OrdinalIgnoreCase);

        if (Says("fails"))
        {
            scenario = scenario with { Outcome = EmulatedOutcome.Fails };
        }

        if (Says("expires"))
        {
            scenario = scenario with { Outcome = EmulatedOutcome.Expires };
        }

        if (Says("never ends"))
        {
            scenario = scenario with { Outcome = EmulatedOutcome.NeverEnds };
        }

        if (Says("webm"))
        {
            scenario = scenario with { Webm = true };
        }

        if (Says("cuts"))
        {
            scenario = scenario with { CutAt = Cut };
        }

        foreach (var form in forms)
        {
            if (Says(form.ToString()))
            {
                scenario = scenario with { ContentForm = form };
            }
        }

        return scenario;
    }
}
