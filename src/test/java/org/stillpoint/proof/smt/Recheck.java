package org.stillpoint.proof.smt;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.z3.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.RecheckFigures;

/** One question to the solver, with a record of it. */
final class Recheck {

    private Recheck() {
    }

    /** Asks, records what came out and how long it took, and fails if it is not what it should be. */
    static void record(String name, Status expected, Supplier<Status> question) {
        long start = System.nanoTime();
        Status answer = question.get();
        BigDecimal seconds = BigDecimal.valueOf((System.nanoTime() - start) / 1_000_000, 3);
        EvidenceLog.fromSystemProperty().record(new EvidenceRecord(name, answer == expected, seconds, List.of(),
                new RecheckFigures(answer.name().toLowerCase(Locale.ROOT), "Z3 " + Z3.version())));
        assertThat(answer).as(name).isEqualTo(expected);
    }
}
