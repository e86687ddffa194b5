package dev.eventprocessor.cli;

/** What the process tells its caller, as grep does. */
final class ExitStatus {

  /** All is done, or the answer is yes. */
  static final int DONE = 0;

  /** The answer is no, or a processor failed. */
  static final int NO = 1;

  /** An option, a file, a payload or an application cannot be used. */
  static final int ERROR = 2;

  private ExitStatus() {}
}
