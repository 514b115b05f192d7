package org.stillpoint.proof.prover;

import static org.assertj.core.api.Assertions.assertThat;

import de.uka.ilkd.key.control.DefaultUserInterfaceControl;
import de.uka.ilkd.key.control.KeYEnvironment;
import de.uka.ilkd.key.rule.Taclet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What problems share is read once, and changes none of them. */
@Tag("proof")
class ProblemsTest {

    @Test
    void aProblemHasTheRulesThatItHasWhenItIsLoadedAlone() {
        Path problem = Specification.ofThisBuild().problem();
        Problems.of(Specification.ofThisBuild().problemOf("Euler"));
        KeYEnvironment<DefaultUserInterfaceControl> alone = Prover.environment(problem);

        assertThat(rules(Problems.of(problem))).isEqualTo(rules(alone));

        alone.dispose();
    }

    @Test
    void noProblemHasARuleOfAFileThatItDoesNotInclude() {
        Specification specification = Specification.ofThisBuild();
        assertThat(specification.problems())
                .allSatisfy(problem -> assertThat(Problems.of(problem).getInitConfig().getTaclets().toList())
                .extracting(Taclet::getOrigin).filteredOn(origin -> origin.contains("/specs/"))
                .allSatisfy(origin -> assertThat(specification.rulesOf(problem)).anySatisfy(file ->
                        assertThat(origin).contains("/" + file.getFileName() + ":"))));
    }

    private static List<String> rules(KeYEnvironment<DefaultUserInterfaceControl> environment) {
        return environment.getInitConfig().activatedTaclets().stream().map(Taclet::toString).toList();
    }
}
