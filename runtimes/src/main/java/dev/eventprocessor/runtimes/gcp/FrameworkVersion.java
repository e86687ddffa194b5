package dev.eventprocessor.runtimes.gcp;

/** The invokers that are tested against: they answer a function's failure differently. */
public enum FrameworkVersion {
  /** The newest on Maven Central; cuts the connection when a function fails after a flush. */
  V2_0_0("2.0.0"),
  /** The last one before; sends what was written although the function failed. */
  V1_4_3("1.4.3");

  private final String text;

  FrameworkVersion(String text) {
    this.text = text;
  }

  /** The version's number. */
  public String text() {
    return text;
  }
}
