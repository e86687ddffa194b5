package dev.eventprocessor.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the events of every trigger on every cloud have.
 *
 * <p>The rows of all clouds stand here in core, so that an application's test can tell which
 * filters are portable without any adapter. {@code docs/EVENTS.md} is printed from them, and the
 * adapters' tests hold real payloads against them. No event needs the table: it is loaded when
 * somebody asks. Stateless.
 */
public final class CapabilityTable {

  private static final List<Capabilities> ALL = rows();

  private CapabilityTable() {}

  /** The rows of all triggers of all clouds. */
  public static List<Capabilities> all() {
    return ALL;
  }

  /** The row of this trigger; null where there is none. */
  public static @Nullable Capabilities of(String trigger) {
    for (Capabilities capabilities : ALL) {
      if (capabilities.trigger().equals(trigger)) {
        return capabilities;
      }
    }
    return null;
  }

  /**
   * The paths that no event of these triggers can have, opened envelopes included: a filter that
   * needs one of them never accepts anything. A path that does not begin with a portable field's
   * name is the application's own and not judged; nor is any where one of the triggers is not
   * known.
   *
   * @param triggers the triggers that an application is made for, for example {@code aws.sqs}
   * @param paths as filters have them
   */
  public static List<String> impossible(Collection<String> triggers, Collection<String> paths) {
    Set<Capabilities> reachable = reachable(triggers);
    List<String> impossible = new ArrayList<>(0);
    for (String path : paths) {
      if (!reachable.isEmpty() && isImpossible(path, reachable)) {
        impossible.add(path);
      }
    }
    return impossible;
  }

  private static boolean isImpossible(String path, Set<Capabilities> reachable) {
    for (Capabilities capabilities : reachable) {
      if (capabilities.presence(path) != Presence.NEVER) {
        return false;
      }
    }
    return true;
  }

  /** The rows of the triggers and of all that they open; none when one is not known. */
  private static Set<Capabilities> reachable(Collection<String> triggers) {
    Set<Capabilities> reachable = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(triggers);
    for (int i = 0; i < open.size(); i++) {
      @Nullable Capabilities capabilities = of(open.get(i));
      if (capabilities == null) {
        return Set.of();
      }
      if (reachable.add(capabilities)) {
        open.addAll(capabilities.opens());
      }
    }
    return reachable;
  }

  private static List<Capabilities> rows() {
    List<Capabilities> all = new ArrayList<>();
    CommonRows.addTo(all);
    AwsRows.addTo(all);
    GcpRows.addTo(all);
    AzureRows.addTo(all);
    return List.copyOf(all);
  }
}
