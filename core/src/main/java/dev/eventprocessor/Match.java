package dev.eventprocessor;

/** A route that accepts an event, and the event as its filter saw it. */
record Match(Route route, Event event) {}
