/** Tells the team when an alarm goes off: an application that names no cloud. */
package dev.eventprocessor.examples.alarms;
