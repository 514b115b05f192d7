package org.stillpoint.check.planted;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import static org.assertj.core.api.Assertions.assertThat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.check.verdict.Verdict;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;

class RightProgramsTest {

    @ParameterizedTest
    @EnumSource
    void aProgramOfEachStyleIsRight(Style style) {
        Verdict verdict = Subject.of(style).with(Activation.RELU, Activation.SIGMOID).training().judged();

        assertThat(verdict.isRight()).as("%s: %s %s", style, verdict.shape(), verdict.smallest().map(s -> s.wrong())).isTrue();
    }
}
