package dev.eventprocessor.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.eventprocessor.Result;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {

  @Test
  void theAnswerIsTheFirstValue() {
    assertEquals(
        1, Results.answer(List.of(new Result("a", null), new Result("b", 1), new Result("c", 2))));
  }

  @Test
  void whereNothingRanOrNothingWasReturnedThereIsNoAnswer() {
    assertNull(Results.answer(List.of()));
    assertNull(Results.answer(List.of(new Result("a", null))));
  }

  @Test
  void aCapturedFailureIsThrownAsItIsWithTheOthers() {
    IOException first = new IOException("first");
    IOException second = new IOException("second");
    List<Result> results =
        List.of(new Result("a", 1), new Result("b", null, first), new Result("c", null, second));

    IOException thrown = assertThrows(IOException.class, () -> answer(results));

    assertSame(first, thrown);
    assertArrayEquals(new Throwable[] {second}, thrown.getSuppressed());
  }

  @Test
  void oneExceptionObjectForAllIsNoProblem() {
    IOException same = new IOException("same");
    List<Result> results = List.of(new Result("a", null, same), new Result("b", null, same));

    assertSame(same, assertThrows(IOException.class, () -> answer(results)));
    assertEquals(0, same.getSuppressed().length);
  }

  @Test
  void anExceptionThatIsThrownForEveryEventStaysSmall() {
    IOException constant = new IOException("constant");

    for (int i = 0; i < 100; i++) {
      IOException other = new IOException("other");
      List<Result> results = List.of(new Result("a", null, constant), new Result("b", null, other));
      assertThrows(IOException.class, () -> answer(results));
    }

    assertEquals(16, constant.getSuppressed().length);
  }

  private static void answer(List<Result> results) throws Exception {
    Results.answer(results);
  }
}
