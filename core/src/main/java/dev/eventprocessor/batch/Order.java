package dev.eventprocessor.batch;

/** What a source promises about the order of its records, and so what a failure means. */
public enum Order {

  /** None: a failure concerns its own record only. Groups are not looked at. */
  INDEPENDENT,

  /**
   * Within a group, as on a FIFO queue: a failed record and the later ones of its group are handed
   * back, other groups go on. Records without a group are independent.
   */
  GROUPED,

  /**
   * By position, as in the shards of a stream, which are the groups here: nothing after a failed
   * record of its group is run, and the position of the first record that failed is all that is
   * reported. Records without a group are in one together.
   */
  ORDERED
}
