package dev.eventprocessor.azure.processor;

/**
 * What the host does with a retry policy on the function ("Azure Functions error handling and
 * retries").
 */
enum RetryRule {
  /** The host moves on when the function fails: without a policy the events are lost. */
  REQUIRED,
  /** It is heeded, and nothing is lost without it that another tick would not bring. */
  ALLOWED,
  /**
   * The host does not heed a policy here: the service delivers again, or the caller calls again.
   */
  FORBIDDEN
}
