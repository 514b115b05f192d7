package org.stillpoint.properties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stillpoint.arbitraries.Coverage;

class CoverageTest {

    /** Of 300 tries fifteen have to be there; 47 have a standard deviation of 6.3. */
    @Test
    void aCaseIsCertainAtFiveStandardDeviationsAboveOneInTwenty() {
        assertThat(Coverage.isCertain(47, 300)).isTrue();
        assertThat(Coverage.isCertain(46, 300)).isFalse();
    }

    @Test
    void aCaseOfEveryTryIsCertainAndARareOneIsNot() {
        assertThat(Coverage.isCertain(1, 1)).isTrue();
        assertThat(Coverage.isCertain(0, 300)).isFalse();
        assertThat(Coverage.isCertain(14, 300)).isFalse();
    }

    @Test
    void withMoreTriesLessIsEnough() {
        assertThat(Coverage.isCertain(614, 10_000)).isFalse();
        assertThat(Coverage.isCertain(623, 10_000)).isTrue();
    }
}
