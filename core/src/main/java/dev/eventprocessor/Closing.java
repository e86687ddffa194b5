package dev.eventprocessor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has to be closed at the end of something, the last one made first. Thread-safe. */
final class Closing {

  private final List<Entry> entries = new ArrayList<>(2);
  private boolean isClosed;

  synchronized boolean isClosed() {
    return isClosed;
  }

  /** Takes what was made for this dependency, if it can be closed. */
  synchronized void add(Dependency<?> dependency, Object made) {
    if (made instanceof AutoCloseable closeable) {
      entries.add(new Entry(dependency, closeable));
    }
  }

  /**
   * Takes over all of another one.
   *
   * @return false when it is too late, because everything here is closed already
   */
  synchronized boolean addAll(Closing other) {
    if (!isClosed) {
      entries.addAll(other.taken());
    }
    return !isClosed;
  }

  /**
   * Closes everything, whatever fails; what was closed before is not closed again.
   *
   * @param earlier a failure that came before; null for none
   * @return the first failure, with the later ones suppressed; null for none
   */
  @Nullable DependencyException close(@Nullable DependencyException earlier) {
    @Nullable DependencyException failure = earlier;
    List<Entry> all = taken();
    for (int i = all.size() - 1; i >= 0; i--) {
      @Nullable DependencyException next = all.get(i).close();
      if (failure == null) {
        failure = next;
      } else if (next != null) {
        failure.addSuppressed(next);
      }
    }
    return failure;
  }

  private synchronized List<Entry> taken() {
    isClosed = true;
    List<Entry> all = List.copyOf(entries);
    entries.clear();
    return all;
  }

  private record Entry(Dependency<?> dependency, AutoCloseable closeable) {

    @Nullable DependencyException close() {
      try {
        closeable.close();
        return null;
      } catch (Throwable failure) { // An Error, too, must not keep the others open.
        if (failure instanceof InterruptedException) {
          Thread.currentThread().interrupt();
        }
        return new DependencyException(
            ErrorId.DEPENDENCY_CLOSE_FAILED,
            dependency.toString(),
            "Closing "
                + dependency
                + " failed with "
                + failure.getClass().getName()
                + ". What else was open has been closed. The cause says more.",
            failure);
      }
    }
  }
}
