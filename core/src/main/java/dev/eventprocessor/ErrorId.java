package dev.eventprocessor;

/**
 * The stable name of everything that can go wrong, for alarms, tests and searches.
 *
 * <p>Each message of this library begins with one of these names in brackets; {@code
 * docs/ERRORS.md} has an entry for each. Names are never reused for something else.
 */
public enum ErrorId {
  /** No module was named, and none is on the class path. */
  MODULE_MISSING("module-missing"),
  /** Several modules are on the class path and none was chosen. */
  MODULE_AMBIGUOUS("module-ambiguous"),
  /** The module's class is not on the class path. */
  MODULE_NOT_FOUND("module-not-found"),
  /** The class that was named is no {@link ProcessorModule}. */
  MODULE_WRONG_TYPE("module-wrong-type"),
  /** The module could not be made, or its {@code register} failed. */
  MODULE_FAILED("module-failed"),
  /** Nothing was registered. */
  REGISTRY_EMPTY("registry-empty"),
  /** Two registrations have equal filters. */
  FILTER_DUPLICATE("filter-duplicate"),
  /** {@code otherwise()} was registered twice. */
  OTHERWISE_DUPLICATE("otherwise-duplicate"),
  /** Two registrations, or two dependency factories, share a name. */
  NAME_DUPLICATE("name-duplicate"),
  /** A registration was begun and never given a processor. */
  PROCESSOR_MISSING("processor-missing"),
  /** A batch setting has a value that cannot be meant. */
  BATCH_SETTING_UNUSABLE("batch-setting-unusable"),
  /** A path cannot be read as one. */
  PATH_MALFORMED("path-malformed"),
  /** A filter's literal is no JSON value. */
  LITERAL_UNSUPPORTED("literal-unsupported"),
  /** A preparing step returned nothing. */
  STEP_RETURNED_NULL("step-returned-null"),
  /** No registration accepts the event. */
  NO_MATCH("no-match"),
  /** A dependency's factory failed, or returned nothing. */
  DEPENDENCY_FAILED("dependency-failed"),
  /** A processor asked for a dependency that no registration declares. */
  DEPENDENCY_UNDECLARED("dependency-undeclared"),
  /** A record of a batch was not run and is handed back. */
  RECORD_NOT_RUN("record-not-run"),
  /** A rejected event could not be put into the parking lot. */
  PARKING_FAILED("parking-failed"),
  /** The wish for a delay before the next delivery could not be passed on. */
  DELAY_FAILED("delay-failed"),
  /** A part of a batch failed, and its trigger takes batches back only as a whole. */
  BATCH_UNDIVIDED("batch-undivided"),
  /** The payload has no bytes. */
  PAYLOAD_EMPTY("payload-empty"),
  /** The payload is not JSON. */
  PAYLOAD_NOT_JSON("payload-not-json"),
  /** The payload is larger than the limit. */
  PAYLOAD_TOO_LARGE("payload-too-large"),
  /** The payload is nested deeper than the limit. */
  PAYLOAD_TOO_DEEP("payload-too-deep"),
  /** The payload is of a trigger that is known, but not in that trigger's shape. */
  PAYLOAD_WRONG_SHAPE("payload-wrong-shape"),
  /** A processor asked for a value that the event does not have, or has in another type. */
  VALUE_MISSING("value-missing"),
  /** A processor's answer cannot be written as JSON. */
  ANSWER_NOT_JSON("answer-not-json");

  private final String text;

  ErrorId(String text) {
    this.text = text;
  }

  /** The name as it stands in messages and in {@code docs/ERRORS.md}. */
  public String text() {
    return text;
  }
}
