package dev.eventprocessor.http;

import dev.eventprocessor.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an application wants requests answered beyond what its processors return. Give it to {@code
 * EventProcessor.Builder.http}. Immutable; each method gives a new one.
 *
 * @param errors which exceptions have which status; the first that fits counts
 * @param failures what becomes of failures whose status is 500 or above
 * @param cors which pages of other origins may call; null where a browser lets none
 * @param webhooks the paths at which subscriptions of Event Grid and of CloudEvents are agreed to
 */
public record HttpSettings(
    List<ErrorStatus> errors,
    ServerErrors failures,
    @Nullable CorsPolicy cors,
    List<String> webhooks) {

  /** No exception of yours has a status, failures are answered, no CORS. */
  public static final HttpSettings DEFAULT =
      new HttpSettings(List.of(), ServerErrors.ANSWERED, null, List.of());

  /** Keeps a copy. */
  public HttpSettings {
    errors = List.copyOf(errors);
    webhooks = List.copyOf(webhooks);
  }

  /**
   * What becomes of a failure that is no matter of the caller's: a status of 500 or above. In both
   * cases it stands in the function's log.
   */
  public enum ServerErrors {
    /** The caller gets a problem document. The platform counts the invocation as a success. */
    ANSWERED,
    /**
     * The failure is thrown on to the platform, which counts it as an error of the function and
     * answers in words of its own.
     */
    THROWN
  }

  /**
   * An exception and its status.
   *
   * @param type the exception's class; its subclasses are meant, too
   * @param status 400 to 599
   */
  public record ErrorStatus(Class<? extends Throwable> type, int status) {
    /**
     * Checks the status.
     *
     * @throws ConfigurationException {@code http-setting-unusable}
     */
    public ErrorStatus {
      if (status < 400 || status > 599) {
        throw Faults.unusable(
            "error(" + type.getSimpleName() + ".class, " + status + ")",
            "Possible is a status from 400 to 599: below are no errors.");
      }
    }
  }

  /**
   * The same, with a status for this exception and its subclasses, unless one that was declared
   * before fits.
   *
   * @throws ConfigurationException {@code http-setting-unusable}
   */
  public HttpSettings error(Class<? extends Throwable> type, int status) {
    List<ErrorStatus> more = new ArrayList<>(errors);
    more.add(new ErrorStatus(type, status));
    return new HttpSettings(more, failures, cors, webhooks);
  }

  /** The same, with failures answered or thrown. */
  public HttpSettings serverErrors(ServerErrors become) {
    return new HttpSettings(errors, become, cors, webhooks);
  }

  /** The same, with this policy for calls from pages of other origins. */
  public HttpSettings cors(CorsPolicy policy) {
    return new HttpSettings(errors, failures, policy, webhooks);
  }

  /**
   * The same, with a path at which events are delivered by webhook. Whoever subscribes it is agreed
   * to: Event Grid's validation and the {@code OPTIONS} request of CloudEvents are answered there,
   * and no processor sees them. At any other path they are requests like others.
   */
  public HttpSettings webhook(String path) {
    List<String> more = new ArrayList<>(webhooks);
    more.add(path);
    return new HttpSettings(errors, failures, cors, more);
  }

  /** The status that was declared for this; 0 where none was. */
  public int statusOf(Throwable failure) {
    for (ErrorStatus error : errors) {
      if (error.type.isInstance(failure)) {
        return error.status;
      }
    }
    return 0;
  }
}
