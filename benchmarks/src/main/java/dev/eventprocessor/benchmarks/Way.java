package dev.eventprocessor.benchmarks;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payload, and the adapter that it is handed to. */
interface Way {

  /** The JSON texts that the payload has. */
  List<byte[]> texts();

  /** One call, as the cloud's own runtime makes it; what was answered. */
  @Nullable Object take() throws IOException;
}
