package org.stillpoint.teaching;

import java.util.Map;
import java.util.Random;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.Extent;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import org.stillpoint.witness.Counterexample;
import org.stillpoint.witness.WitnessFormat;

/** The exercise of a claim. */
public final class Exercises {

    private Exercises() {
    }

    /**
     * A witness of the claim to be worked out, or else numbers drawn for a task about it, or else its reason to be explained.
     *
     * @param witnesses the text of the file of each witness that ran, by its name
     * @param seed of the numbers that are drawn
     */
    public static Exercise of(Claim claim, Map<String, String> witnesses, long seed) {
        return claim.grounds().all().stream()
                .filter(ground -> ground.evidence().kind() == Kind.WITNESS && !ground.of().equals(Extent.REMARK))
                .map(ground -> ground.evidence().name()).filter(witnesses::containsKey).findFirst()
                .<Exercise>map(name -> new Replayed(claim, name, read(name, witnesses.get(name))))
                .or(() -> Tasks.of(claim.id()).map(task -> task.draw(new Random(seed))))
                .orElseGet(() -> new Explained(claim));
    }

    private static Counterexample read(String name, String text) {
        return (Counterexample) WitnessFormat.read(Json.read(new Source(name, text)));
    }
}
