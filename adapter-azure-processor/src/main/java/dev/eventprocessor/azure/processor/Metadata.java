package dev.eventprocessor.azure.processor;

import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * A value of the trigger's metadata that a method binds.
 *
 * <p>Only what the host sends with every call may be bound: it leaves out values that are null, and
 * the worker then refuses the call ("Cannot find matched @BindingName").
 *
 * @param name as the host sends it, in its case
 * @param type the parameter's Java type: {@code String} for scalars and for what the host sends as
 *     JSON; lists for its {@code string[]} and {@code long[]}
 */
record Metadata(String name, String type) {

  static Metadata text(String name) {
    return new Metadata(name, "String");
  }

  static Metadata texts(String name) {
    return new Metadata(name, "List<String>");
  }

  static Metadata numbers(String name) {
    return new Metadata(name, "List<Long>");
  }

  /** {@code messageId} for {@code MessageId}; null where no parameter can be called so. */
  @Nullable String parameter() {
    if (name.isEmpty()) {
      return null;
    }
    String parameter = Character.toLowerCase(name.charAt(0)) + name.substring(1);
    return SourceVersion.isName(parameter) && parameter.indexOf('.') < 0 ? parameter : null;
  }
}
