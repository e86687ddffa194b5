package dev.eventprocessor;

import org.jspecify.annotations.Nullable;

/** Two who learn the same, one after the other. */
record BothListeners(DispatchListener first, DispatchListener second) implements DispatchListener {

  @Override
  public void selected(Event event, String processor) {
    first.selected(event, processor);
    second.selected(event, processor);
  }

  @Override
  public void ended(Event event, String processor, @Nullable Throwable failure) {
    first.ended(event, processor, failure);
    second.ended(event, processor, failure);
  }
}
