namespace Fupin.AppHost.Local;

/// <summary>Something outside keeps the platform from starting. The message is one sentence for whoever started it.</summary>
internal sealed class CannotStartException(string sentence) : Exception(sentence);
