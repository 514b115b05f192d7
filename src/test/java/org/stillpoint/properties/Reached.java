package org.stillpoint.properties;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractBooleanAssert;
import org.assertj.core.api.AbstractComparableAssert;
import org.assertj.core.api.AbstractIntegerAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.api.OptionalAssert;

/**
 * How the properties of claims begin an assertion: as elsewhere, but counted, so that each says how many of its tries came so
 * far.
 */
public final class Reached {

    private Reached() {
    }

    public static <T> ObjectAssert<T> assertThat(T actual) {
        count();
        return Assertions.assertThat(actual);
    }

    public static <T extends Comparable<? super T>> AbstractComparableAssert<?, T> assertThat(T actual) {
        count();
        return Assertions.assertThat(actual);
    }

    public static <T> ListAssert<T> assertThat(List<? extends T> actual) {
        count();
        return Assertions.assertThat(actual);
    }

    public static <T> ListAssert<T> assertThat(Stream<? extends T> actual) {
        count();
        return Assertions.assertThat(actual);
    }

    public static <T> OptionalAssert<T> assertThat(Optional<T> actual) {
        count();
        return Assertions.assertThat(actual);
    }

    public static AbstractBooleanAssert<?> assertThat(boolean actual) {
        count();
        return Assertions.assertThat(actual);
    }

    public static AbstractIntegerAssert<?> assertThat(int actual) {
        count();
        return Assertions.assertThat(actual);
    }

    private static void count() {
        Tries.ofThisProperty().reach(StackWalker.getInstance().walk(frames -> frames
                .filter(frame -> frame.getClassName().endsWith("Properties")).map(FinalAssertion::place).toList()));
    }
}
