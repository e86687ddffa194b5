package dev.eventprocessor.runtimes.azure.worker;

/** The forms in which a trigger's value reaches the worker. */
public enum ValueKind {
  /** Text. */
  TEXT,
  /** Bytes. */
  BYTES,
  /** JSON text. */
  JSON,
  /** A list of texts, as of the messages of a batch. */
  TEXTS,
  /** A list of bytes, as of the messages of a batch whose binding is binary. */
  BYTES_LIST,
  /** A request, as {@link HttpValue} writes it. */
  HTTP,
  /** Nothing, as the body of a request that has none. */
  NOTHING
}
