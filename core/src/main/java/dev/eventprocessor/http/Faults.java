package dev.eventprocessor.http;

import dev.eventprocessor.ConfigurationException;
import dev.eventprocessor.ErrorId;

/** What is told of HTTP that is set up wrongly. */
final class Faults {

  private Faults() {}

  static ConfigurationException unusable(String what, String possible) {
    return new ConfigurationException(
        ErrorId.HTTP_SETTING_UNUSABLE, "HTTP settings cannot have " + what + ". " + possible, null);
  }

  static ConfigurationException malformed(String template, String what, String remedy) {
    return new ConfigurationException(
        ErrorId.ROUTE_MALFORMED,
        "The route \"" + template + "\" cannot be read: " + what + ". " + remedy,
        null);
  }
}
