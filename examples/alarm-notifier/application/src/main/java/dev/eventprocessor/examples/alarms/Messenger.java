package dev.eventprocessor.examples.alarms;

/** Where messages to the team go. */
public interface Messenger {

  /** Sends a message to the team. */
  void send(String message);

  /**
   * Connects to a service by its name. A real application returns a client here; this one prints,
   * so that the example needs no account.
   */
  static Messenger connect(String service) {
    if (!service.equals("slack")) {
      throw new IllegalArgumentException("There is no messenger for " + service + ", only slack");
    }
    return message -> System.out.println("Send in slack: " + message);
  }
}
