package org.stillpoint.check.verdict;

import java.util.Optional;
import org.stillpoint.check.mistake.Convention;
import org.stillpoint.check.question.Question;

/**
 * A way that a program has of those that are right.
 *
 * @param way empty if no answered case shows it
 * @param by the smallest case that shows it
 */
public record ShownConvention(Convention convention, Optional<String> way, Optional<Question> by) {
}
