namespace Assessment.Release.Snapshot;

/// <summary>A planned occasion of the study.</summary>
/// <param name="Identifier">Such as "pre" or "follow-up-6m"; becomes the second part of column names.</param>
/// <param name="Label">What the codebook prints.</param>
/// <param name="BeforeTraining">True for the baseline: its time is told as "before", whatever hour of the training day it was.</param>
public sealed record ReleaseWave(string Identifier, string Label, bool BeforeTraining);
