package org.stillpoint.proof.coq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The runs that Coq computes again are runs of the present kernel. */
@Tag("proof")
class WrittenRunsTest {

    @Test
    void theRunsAreThoseOfTheKernel() {
        String text = new KernelRuns().text();

        assertThat(CoqFiles.written("Cases.v", text))
                .as("Cases.v is what is written from runs of the kernel (-Dstillpoint.coq.write=true writes it again)")
                .isEqualTo(text);
    }
}
