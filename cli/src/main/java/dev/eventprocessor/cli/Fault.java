package dev.eventprocessor.cli;

import dev.eventprocessor.EventProcessorException;

/**
 * What went wrong, in the words of docs/ERRORS.md where it is the library that says so.
 *
 * @param id its stable name; {@code input} where a case or an option cannot be used
 * @param message what happened, where, and what to do; without the id
 */
record Fault(String id, String message) {

  static final String INPUT = "input";

  /** A fault of this program. */
  static final String UNEXPECTED = "unexpected";

  static Fault of(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof InputException) {
      return new Fault(INPUT, message);
    }
    return failure instanceof EventProcessorException
        ? parse(message)
        : new Fault(UNEXPECTED, failure.toString());
  }

  /** Of a text that begins with the id in brackets. */
  static Fault parse(String text) {
    int end = text.startsWith("[") ? text.indexOf("] ") : -1;
    return end < 0
        ? new Fault(INPUT, text)
        : new Fault(text.substring(1, end), text.substring(end + 2));
  }

  /** As the library prints it. */
  String text() {
    return id.equals(INPUT) ? message : "[" + id + "] " + message;
  }
}
