package dev.eventprocessor.examples.uploads;

import org.jspecify.annotations.Nullable;

/**
 * A stand-in for the database of a real application: it prints, so that the example needs no
 * account. Adding and removing twice is harmless, because every cloud may deliver twice.
 * Thread-safe.
 */
final class Catalogue {

  private final String name;

  private Catalogue(String name) {
    this.name = name;
  }

  static Catalogue open(String name) {
    return new Catalogue(name);
  }

  void add(String object, @Nullable Object size) {
    System.out.println(name + ": added " + object + ", " + size + " bytes");
  }

  void remove(String object) {
    System.out.println(name + ": removed " + object);
  }
}
