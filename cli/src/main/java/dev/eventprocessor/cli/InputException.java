package dev.eventprocessor.cli;

/** What was given cannot be used; the message says what, and what to do. Never a stack trace. */
final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  InputException(String message) {
    super(message);
  }
}
