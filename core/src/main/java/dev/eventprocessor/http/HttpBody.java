package dev.eventprocessor.http;

import java.io.OutputStream;

/**
 * A body that is written as it comes, in place of one that is there as a whole: an export, a file,
 * events for a page. Where the platform streams, the caller gets what is written as soon as it is
 * flushed, and nobody holds all of it; elsewhere it is collected first, up to what the platform can
 * send ({@code docs/HTTP.md}).
 *
 * <pre>{@code
 * return HttpResponse.of(200)
 *     .header("content-type", "text/csv")
 *     .body(out -> {
 *       try (InputStream file = store.open(id)) {
 *         file.transferTo(out);
 *       }
 *     });
 * }</pre>
 *
 * <p>It is written once, on the thread of the request, after the processor has returned:
 * dependencies of the application may be used, those of the event or of the invocation are closed
 * by then. For {@code HEAD}, and where a response cannot be sent, it is not written at all: open
 * what it needs inside of it.
 */
@FunctionalInterface
public interface HttpBody {

  /**
   * Writes the body.
   *
   * @param out need not be closed; what it throws means that the caller is gone, and should pass
   * @throws Exception before the first byte: answered as if the processor had thrown it; after it,
   *     where the platform streams: the connection is broken off, so that the caller sees that
   *     something is missing
   */
  void writeTo(OutputStream out) throws Exception;
}
