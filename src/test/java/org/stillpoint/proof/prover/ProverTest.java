package org.stillpoint.proof.prover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.uka.ilkd.key.control.DefaultUserInterfaceControl;
import de.uka.ilkd.key.control.KeYEnvironment;
import de.uka.ilkd.key.settings.StrategySettings;
import de.uka.ilkd.key.strategy.StrategyProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.proof.saved.SavedProof;

/** What the prover finds depends on the specification alone, and what it replays must be a proof of it. */
@Tag("proof")
class ProverTest {

    private static final String CONTRACT = "Backpropagation.biasGradient";

    @Test
    void theOptionsThatAnotherProofHasSetDoNotChangeASearch() {
        Attempt expected = Prover.ofKernel().prove(CONTRACT, Budget.PROOF);
        KeYEnvironment<DefaultUserInterfaceControl> environment = Problems.of(Specification.ofThisBuild().problem());
        StrategySettings settings = environment.getInitConfig().getSettings().getStrategySettings();
        StrategyProperties ofALemma = settings.getActiveStrategyProperties();
        ofALemma.setProperty(StrategyProperties.userTacletsOptionsKey(1), StrategyProperties.USER_TACLETS_HIGH);
        settings.setActiveStrategyProperties(ofALemma);

        Attempt attempt = new Prover(environment).prove(CONTRACT, Budget.PROOF);

        assertThat(attempt.nodes()).isEqualTo(expected.nodes());
        assertThat(attempt.rules()).isEqualTo(expected.rules());
    }

    @Test
    void theProofOfAnotherContractDoesNotClose() {
        Attempt attempt = Prover.ofKernel().replay(CONTRACT, SavedProof.of("Backpropagation.output").file());

        assertThat(attempt.closed()).isFalse();
    }

    @Test
    void aDamagedProofIsNamed(@TempDir Path folder) throws IOException {
        Path damaged = Files.write(folder.resolve("damaged.proof.gz"),
                Arrays.copyOf(Files.readAllBytes(SavedProof.of(CONTRACT).file()), 1_000));

        assertThatThrownBy(() -> Prover.ofKernel().replay(CONTRACT, damaged)).hasMessageContaining("damaged.proof.gz")
                .hasMessageContaining(Prover.REMEDY);
    }

    @Test
    void aStepByAnotherProverIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("foreign.proof.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(SavedProof.of(CONTRACT).file()));
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            String steps = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            out.write(steps.replaceFirst("builtin \"One Step Simplification\"", "builtin \"SMTRule\"")
                    .getBytes(StandardCharsets.UTF_8));
        }

        assertThatThrownBy(() -> Prover.ofKernel().replay(CONTRACT, file)).hasStackTraceContaining("SMTRule is no rule");
    }

    @Test
    void aReplayAppliesTheRulesThatTheSearchApplied() {
        Attempt found = Prover.ofKernel().prove(CONTRACT, Budget.PROOF);

        Attempt replayed = Prover.ofKernel().replay(CONTRACT, SavedProof.of(CONTRACT).file());

        assertThat(replayed.closed()).isTrue();
        assertThat(replayed.rules()).isEqualTo(found.rules());
    }
}
