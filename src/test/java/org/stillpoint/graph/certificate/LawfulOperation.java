package org.stillpoint.graph.certificate;

import java.util.Random;
import org.stillpoint.kernel.graph.Operation;

/**
 * A function of three numbers from 0 to 4 that obeys its law and has no other: where the law leaves the result open it is
 * drawn, of some operations mostly zero, as a slope. No number grows in long runs.
 */
final class LawfulOperation implements Operation {

    static final int NUMBERS = 5;

    private final Law law;
    private final int[] table = new int[NUMBERS * NUMBERS * NUMBERS];

    LawfulOperation(Law law, Random random) {
        this.law = law;
        boolean mostlyZero = random.nextInt(3) == 0;
        for (int i = 0; i < table.length; i++) {
            int x = i / NUMBERS / NUMBERS;
            boolean yIsZero = i / NUMBERS % NUMBERS == 0;
            boolean zIsZero = i % NUMBERS == 0;
            table[i] = law.vanishes(x == 0, yIsZero, zIsZero) ? 0 : law.keeps(yIsZero, zIsZero) ? x
                    : mostlyZero && random.nextInt(6) > 0 ? 0 : random.nextInt(NUMBERS);
        }
    }

    @Override
    public Object apply(Object x, Object y, Object z) {
        return table[((int) x * NUMBERS + (int) y) * NUMBERS + (int) z];
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return law.vanishes(x, y, z);
    }

    @Override
    public boolean keeps(boolean y, boolean z) {
        return law.keeps(y, z);
    }

    @Override
    public String toString() {
        return law.name();
    }
}
