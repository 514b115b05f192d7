package org.stillpoint.attack;

import org.stillpoint.arbitraries.KernelSample;
import org.stillpoint.arbitraries.KernelTraining;
import org.stillpoint.arbitraries.Situation;

/** An attack on a claim in one situation that meets its conditions. */
record Attempt(Attack attack, Situation situation) implements KernelSample {

    @Override
    public KernelTraining training() {
        return situation.training();
    }

    boolean concludesRightly() {
        return attack.conclusion().test(situation);
    }

    @Override
    public String toString() {
        return attack.claim() + " in " + situation;
    }
}
