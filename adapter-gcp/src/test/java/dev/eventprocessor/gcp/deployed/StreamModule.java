package dev.eventprocessor.gcp.deployed;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.http.HttpResponse;
import dev.eventprocessor.http.HttpRoute;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Writes bodies as they come: one that waits in the middle, a huge one, and some that break. */
public final class StreamModule implements ProcessorModule {

  /** More than the heap of the test. */
  public static final long HUGE = 256L * 1024 * 1024;

  private static final byte[] CHUNK = new byte[64 * 1024];

  private final CountDownLatch opened = new CountDownLatch(1);

  @Override
  public void register(EventProcessor.Builder processors) {
    processors.on(HttpRoute.get("/open")).named("open").run(event -> opened.countDown());
    processors
        .on(HttpRoute.get("/gate"))
        .named("gate")
        .call(
            event ->
                HttpResponse.of(200)
                    .header("content-type", "text/event-stream")
                    .body(
                        out -> {
                          out.write('1');
                          out.flush();
                          out.write(opened.await(20, TimeUnit.SECONDS) ? '2' : '-');
                        }));
    processors
        .on(HttpRoute.get("/huge"))
        .named("huge")
        .call(
            event ->
                HttpResponse.of(200)
                    .body(
                        out -> {
                          for (long i = 0; i < HUGE / CHUNK.length; i++) {
                            out.write(CHUNK);
                          }
                        }));
    processors.on(HttpRoute.get("/breaks")).named("breaks").call(event -> breaking());
    processors
        .on(HttpRoute.get("/breaks-short"))
        .named("breaks-short")
        .call(event -> breaking().header("content-length", "1000000"));
  }

  private static HttpResponse breaking() {
    return HttpResponse.of(200)
        .body(
            out -> {
              out.write(CHUNK);
              out.flush();
              throw new IllegalStateException("s3cret");
            });
  }
}
