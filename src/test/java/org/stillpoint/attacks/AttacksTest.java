package org.stillpoint.attacks;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whoever tries to fool this build is found out, by the test that is there for it. */
@Tag("attacks")
class AttacksTest {

    private static final Trial TRIAL = new Trial(Attack.all());

    @TestFactory
    Stream<DynamicTest> everyAttackIsNoticed() {
        return TRIAL.eachIsNoticed();
    }

    @Test
    void theTestsThatNoticeThemHoldWithoutAnAttack() throws IOException, InterruptedException {
        TRIAL.requireThatTheTestsHoldWithoutAnAttack();
    }

    @AfterAll
    static void print() {
        TRIAL.print();
    }
}
