/** What every adapter owes, as tests that each of them runs against its own platform's forms. */
@org.jspecify.annotations.NullMarked
package dev.eventprocessor.contract;
