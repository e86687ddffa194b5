package dev.eventprocessor.azure;

import org.jspecify.annotations.Nullable;

/**
 * App settings in an annotation's attributes: {@code %Name%} stands for the setting of this name,
 * which a function sees as an environment variable ("Azure Functions binding expression patterns").
 */
final class AppSettings {

  private AppSettings() {}

  /** The text with its settings put in; null where one of them is not set. */
  static @Nullable String resolve(String text, Environment environment) {
    int open = text.indexOf('%');
    if (open < 0) {
      return text;
    }
    StringBuilder resolved = new StringBuilder(text.length());
    int at = 0;
    while (open >= 0) {
      int close = text.indexOf('%', open + 1);
      @Nullable String setting =
          close < 0 ? null : environment.get(text.substring(open + 1, close));
      if (setting == null) {
        return null;
      }
      resolved.append(text, at, open).append(setting);
      at = close + 1;
      open = text.indexOf('%', at);
    }
    return resolved.append(text, at, text.length()).toString();
  }

  /** Where settings are looked up. */
  @FunctionalInterface
  interface Environment {
    @Nullable String get(String name);
  }
}
