package dev.eventprocessor.batch;

/** Why a record was not run: an earlier one of its ordered group failed. */
public final class HeldBackException extends Exception {

  private static final long serialVersionUID = 1;

  HeldBackException() {
    super(
        "Not run: an earlier record of the same ordered group failed. It will be delivered again.");
  }
}
