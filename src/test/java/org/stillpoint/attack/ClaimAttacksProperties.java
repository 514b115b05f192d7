package org.stillpoint.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Situation;
import org.stillpoint.arbitraries.Situations;
import org.stillpoint.claims.Catalogue;

/** Claims as they are written, attacked with nothing but their conditions. */
@StatisticsReport(onFailureOnly = true)
class ClaimAttacksProperties {

    private static final List<Attack> ATTACKS = Attack.all();

    private static Catalogue catalogue;

    @BeforeContainer
    static void load() throws IOException {
        catalogue = Catalogue.load(Path.of("specs/claims"));
    }

    /** Two or three hundred situations a claim. */
    @Property(tries = 11_000)
    void noSituationThatMeetsTheConditionsOfAClaimContradictsIt(@ForAll("attempts") Attempt attempt) {
        Situation situation = attempt.situation();
        Statistics.label("attacks").collect(attempt.attack().claim()).coverage(coverage ->
                ATTACKS.forEach(attack -> coverage.check(attack.claim()).count(count -> count >= 100)));
        Coverage.require("several steps", situation.steps() > 1);
        Coverage.require("one layer", situation.depth() == 1);
        Coverage.require("several hidden layers", situation.depth() > 2);
        Coverage.require("momentum and decay", situation.training().momentum().signum() != 0 && situation.training().decay()
                .signum() != 0);
        Coverage.require("another kappa than 0 and 1", situation.training().kappa().abs().getNumerator().bitLength() > 1);

        assertThat(attempt.concludesRightly()).as("the conclusion of %s", attempt.attack().claim()).isTrue();
    }

    @Provide
    Arbitrary<Attempt> attempts() {
        return Arbitraries.randomValue(ClaimAttacksProperties::attempt);
    }

    private static Attempt attempt(Random random) {
        Situations draws = new Situations(random);
        Attack attack = draws.oneOf(ATTACKS);
        return new Attempt(attack, Impositions.draw(attack.conditions(catalogue), draws));
    }
}
