package dev.eventprocessor.runtimes.aws;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A function's configuration: what stays the same when its process is started again. */
record FunctionSettings(
    String name,
    String handler,
    Path folder,
    Map<String, String> environment,
    Duration timeout,
    int memory,
    int concurrency,
    boolean snapStart,
    Duration startLimit) {

  static final String REGION = "us-east-1";
  static final String VERSION = "$LATEST";

  String arn() {
    return "arn:aws:lambda:" + REGION + ":123456789012:function:" + name;
  }

  boolean isConcurrent() {
    return concurrency > 1;
  }
}
