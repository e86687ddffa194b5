package dev.eventprocessor.runtimes.azure.worker;

/** The forms in which a trigger's value reaches the worker. */
public enum ValueKind {
  /** Text. */
  TEXT,
  /** Bytes. */
  BYTES,
  /** JSON text. */
  JSON
}
