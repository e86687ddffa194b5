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
  /** Modules include one another without end. */
  MODULE_CIRCULAR("module-circular"),
  /** An included module sets what only the whole registry can have. */
  MODULE_SETTING("module-setting"),
  /** The trigger that the environment names is none of the adapter's. */
  TRIGGER_UNKNOWN("trigger-unknown"),
  /** Nothing was registered. */
  REGISTRY_EMPTY("registry-empty"),
  /** Two registrations have equal filters and the same rank. */
  FILTER_DUPLICATE("filter-duplicate"),
  /** A registration can never run, because another accepts all its events and goes first. */
  FILTER_UNREACHABLE("filter-unreachable"),
  /** {@code otherwise()} was registered twice. */
  OTHERWISE_DUPLICATE("otherwise-duplicate"),
  /** {@code otherwise()} was given a rank. */
  OTHERWISE_RANKED("otherwise-ranked"),
  /** Two registrations, or two dependency factories, share a name. */
  NAME_DUPLICATE("name-duplicate"),
  /** A registration was begun and never given a processor. */
  PROCESSOR_MISSING("processor-missing"),
  /** A batch setting has a value that cannot be meant. */
  BATCH_SETTING_UNUSABLE("batch-setting-unusable"),
  /** An HTTP setting has a value that cannot be meant. */
  HTTP_SETTING_UNUSABLE("http-setting-unusable"),
  /** A path cannot be read as one. */
  PATH_MALFORMED("path-malformed"),
  /** A filter's literal is no JSON value. */
  LITERAL_UNSUPPORTED("literal-unsupported"),
  /** A filter looks at a field that no event of the registry's triggers ever has. */
  FIELD_IMPOSSIBLE("field-impossible"),
  /** A filter cannot be made of what it was given: stars, a range, an address block, a pattern. */
  FILTER_MALFORMED("filter-malformed"),
  /** A route of HTTP cannot be read as one. */
  ROUTE_MALFORMED("route-malformed"),
  /** An EventBridge pattern cannot be read as one. */
  EVENT_PATTERN_MALFORMED("event-pattern-malformed"),
  /** A filter says what no EventBridge pattern can say. */
  EVENT_PATTERN_UNSUPPORTED("event-pattern-unsupported"),
  /** Something needs a dependency that is null, or one that cannot be told. */
  DEPENDENCY_MISSING("dependency-missing"),
  /** Dependencies need each other in a circle, or without an end. */
  DEPENDENCY_CIRCULAR("dependency-circular"),
  /** A dependency is kept longer than something that it needs. */
  DEPENDENCY_SCOPE("dependency-scope"),
  /** A dependency is overridden that nothing needs. */
  OVERRIDE_UNUSED("override-unused"),
  /** A preparing step returned nothing. */
  STEP_RETURNED_NULL("step-returned-null"),
  /** No registration accepts the event. */
  NO_MATCH("no-match"),
  /** Several registrations accept the event where only one may. */
  AMBIGUOUS_MATCH("ambiguous-match"),
  /** A processor failed while others were still to run. */
  DISPATCH_STOPPED("dispatch-stopped"),
  /** A dependency's factory failed, or returned nothing. */
  DEPENDENCY_FAILED("dependency-failed"),
  /** A processor or a factory asked for a dependency that it does not declare. */
  DEPENDENCY_UNDECLARED("dependency-undeclared"),
  /** A dependency was asked for after its end. */
  DEPENDENCY_CLOSED("dependency-closed"),
  /** Closing a dependency failed. */
  DEPENDENCY_CLOSE_FAILED("dependency-close-failed"),
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
  /** A value of the event does not convert to the type that was asked for. */
  VALUE_WRONG_TYPE("value-wrong-type"),
  /** The type that was asked for cannot be made out of JSON at all. */
  TYPE_UNREADABLE("type-unreadable"),
  /** A typed payload was asked for, and jackson-databind is not there. */
  DATABIND_MISSING("databind-missing"),
  /** A processor's answer cannot be written as JSON. */
  ANSWER_NOT_JSON("answer-not-json"),
  /** A response has what no HTTP response can have. */
  RESPONSE_MALFORMED("response-malformed"),
  /** A response has what this platform cannot send. */
  RESPONSE_UNSUPPORTED("response-unsupported"),
  /** A request has what this platform cannot hand over. */
  REQUEST_UNSUPPORTED("request-unsupported");

  private final String text;

  ErrorId(String text) {
    this.text = text;
  }

  /** The name as it stands in messages and in {@code docs/ERRORS.md}. */
  public String text() {
    return text;
  }
}
