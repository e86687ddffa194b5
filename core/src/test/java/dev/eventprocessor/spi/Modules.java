package dev.eventprocessor.spi;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Filters;
import dev.eventprocessor.Path;
import dev.eventprocessor.ProcessorModule;

/** Applications, good ones and faulty ones. */
final class Modules {

  private Modules() {}

  /** As it should be. */
  public static final class Good implements ProcessorModule {
    @Override
    public void register(EventProcessor.Builder processors) {
      processors.on(Filters.exists("a")).named("good").call(event -> event.get("a"));
    }
  }

  /** As it should be, too. */
  public static final class AlsoGood implements ProcessorModule {
    @Override
    public void register(EventProcessor.Builder processors) {
      processors.otherwise().run(event -> {});
    }
  }

  /** Registers nothing. */
  public static final class Empty implements ProcessorModule {
    @Override
    public void register(EventProcessor.Builder processors) {}
  }

  /** Fails while it is made. */
  public static final class FailsWhenMade implements ProcessorModule {
    /** Fails. */
    public FailsWhenMade() {
      throw new IllegalStateException("no settings");
    }

    @Override
    public void register(EventProcessor.Builder processors) {}
  }

  /** Fails while its class is loaded. */
  public static final class FailsWhenLoaded implements ProcessorModule {
    static final int BROKEN = Integer.parseInt("broken");

    @Override
    public void register(EventProcessor.Builder processors) {}
  }

  /** Fails while it registers. */
  public static final class FailsWhenRegistering implements ProcessorModule {
    @Override
    public void register(EventProcessor.Builder processors) {
      throw new IllegalStateException("no settings");
    }
  }

  /** A library is missing when it registers. */
  public static final class LacksALibrary implements ProcessorModule {
    @Override
    public void register(EventProcessor.Builder processors) {
      throw new NoClassDefFoundError("vendor/Client");
    }
  }

  /** Writes a path that cannot be read. */
  public static final class WritesABadPath implements ProcessorModule {
    @Override
    public void register(EventProcessor.Builder processors) {
      processors.on(Filters.exists(Path.parse("a[").toString())).run(event -> {});
    }
  }

  /** Cannot be made without a parameter. */
  public static final class NeedsAParameter implements ProcessorModule {
    /** Takes a parameter. */
    public NeedsAParameter(String ignored) {}

    @Override
    public void register(EventProcessor.Builder processors) {}
  }

  /** Cannot be made. */
  public abstract static class Unfinished implements ProcessorModule {}

  /** Not a module. */
  public static final class NoModule {}
}
