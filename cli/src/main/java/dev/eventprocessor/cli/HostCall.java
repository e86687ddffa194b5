package dev.eventprocessor.cli;

import dev.eventprocessor.azure.Binding;
import dev.eventprocessor.fakes.azure.FakeHttpRequestMessage;

/** A call that Azure's host makes of a function. */
sealed interface HostCall {

  /** Of one that takes a message, or several. */
  record Message(Binding binding) implements HostCall {}

  /** Of one that answers a request. */
  record Request(FakeHttpRequestMessage request) implements HostCall {}
}
