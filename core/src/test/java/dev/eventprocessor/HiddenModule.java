package dev.eventprocessor;

/** A module that is not public. */
final class HiddenModule implements ProcessorModule {

  public HiddenModule() {}

  @Override
  public void register(EventProcessor.Builder processors) {}
}
