package dev.eventprocessor.runtimes.aws.deployed;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/** A function that takes part in snapshots, and fails in the hook that {@code FAIL_IN} names. */
public final class Snapshotted implements RequestStreamHandler, Resource {

  private String state = "initialised";

  public Snapshotted() {
    Core.getGlobalContext().register(this);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
    System.out.println("before the checkpoint");
    failIn("checkpoint");
    state = state + ", checkpointed";
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) throws IOException {
    System.out.println("after the restore");
    failIn("restore");
    state = state + ", restored";
  }

  @Override
  public void handleRequest(
      InputStream input, OutputStream output, com.amazonaws.services.lambda.runtime.Context context)
      throws IOException {
    Functions.write(output, state);
  }

  private static void failIn(String hook) throws IOException {
    if (hook.equals(System.getenv("FAIL_IN"))) {
      throw new IOException("no " + hook);
    }
  }
}
