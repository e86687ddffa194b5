package dev.eventprocessor.cli;

/**
 * A function that is deployed to one cloud, called by its adapter's entry point as the cloud's
 * runtime calls it. Not thread-safe.
 */
interface Cloud {

  /**
   * Delivers a payload to the function.
   *
   * @throws InputException when the payload is none that can be delivered
   * @throws dev.eventprocessor.InvalidEventException when the payload is not JSON
   */
  Answer deliver(Payload payload);
}
