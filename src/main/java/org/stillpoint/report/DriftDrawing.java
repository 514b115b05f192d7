package org.stillpoint.report;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.verdict.Drift;
import org.stillpoint.check.verdict.DriftText;

/**
 * How the gap between twins grows, as a picture: steps to the right and gaps upwards, both by powers of 2. A gap of 0 stands on
 * the lowest line.
 */
final class DriftDrawing {

    private static final int LEFT = 64;
    private static final int TOP = 12;
    private static final int BOTTOM = 40;
    private static final int RIGHT = 150;
    private static final int OCTAVE_OF_STEPS = 34;
    private static final int OCTAVE_OF_GAPS = 4;
    private static final int LEAST = -64;
    private static final int MOST = 8;
    private static final int TICK = 8;
    private static final int COLOURS = 6;
    private static final int LINE = 14;

    private DriftDrawing() {
    }

    /** A line for each training in which twins part; gaps beyond the scale stand at its ends. */
    static String svg(String name, List<Drift> drifts) {
        List<Drift> parted = drifts.stream().filter(Drift::part).toList();
        int octaves = parted.stream().flatMap(drift -> drift.gaps().stream()).mapToInt(gap -> floorOfLog2(gap.steps())).max()
                .orElse(1);
        int width = LEFT + octaves * OCTAVE_OF_STEPS + RIGHT;
        int height = Math.max(y(LEAST) + BOTTOM, TOP + LINE * (parted.size() + 1));
        StringBuilder picture = new StringBuilder();
        for (int exponent = LEAST; exponent <= MOST; exponent += TICK) {
            picture.append("<line class=\"grid\" x1=\"" + LEFT + "\" y1=\"" + y(exponent) + "\" x2=\"" + (width - RIGHT)
                    + "\" y2=\"" + y(exponent) + "\"></line>");
            picture.append(text("gap", LEFT - 6, y(exponent) + 4, exponent == LEAST ? "0" : powerOf2(exponent)));
        }
        for (int octave = 0; octave <= octaves; octave += 2) {
            picture.append(text("steps", LEFT + octave * OCTAVE_OF_STEPS, y(LEAST) + 16, String.valueOf(1 << octave)));
        }
        picture.append(text("steps", LEFT + octaves * OCTAVE_OF_STEPS / 2, y(LEAST) + 32, "steps"));
        for (int d = 0; d < parted.size(); d++) {
            Drift drift = parted.get(d);
            String colour = "line" + d % COLOURS;
            picture.append("<polyline class=\"" + colour + "\" points=\"" + drift.gaps().stream()
                    .map(gap -> LEFT + floorOfLog2(gap.steps()) * OCTAVE_OF_STEPS + "," + height(gap.size()))
                    .collect(Collectors.joining(" ")) + "\"></polyline>");
            picture.append(text("name " + colour, width - RIGHT + 10, TOP + LINE * (d + 1),
                    DriftText.shape(drift.widths()) + ", batch " + drift.batch()));
        }
        return "<svg class=\"drift\" role=\"img\" aria-label=\"gap between twins by steps, " + name + "\" viewBox=\"0 0 "
                + width + " " + height + "\" width=\"" + width + "\" height=\"" + height + "\">" + picture + "</svg>";
    }

    private static String powerOf2(int exponent) {
        return exponent == 0 ? "1" : DriftText.rounded(exponent > 0 ? new BigFraction(BigInteger.ONE.shiftLeft(exponent))
                : new BigFraction(BigInteger.ONE, BigInteger.ONE.shiftLeft(-exponent)));
    }

    private static int floorOfLog2(int positive) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(positive);
    }

    /** The logarithm goes straight between powers of 2. */
    private static int height(BigFraction gap) {
        if (gap.signum() == 0) {
            return y(LEAST);
        }
        int exponent = gap.getNumerator().bitLength() - gap.getDenominator().bitLength();
        BigFraction power = exponent >= 0 ? new BigFraction(BigInteger.ONE.shiftLeft(exponent))
                : new BigFraction(BigInteger.ONE, BigInteger.ONE.shiftLeft(-exponent));
        int part = gap.divide(power).subtract(1).multiply(OCTAVE_OF_GAPS).intValue();
        return Math.max(TOP, Math.min(y(LEAST), y(exponent) - part));
    }

    private static int y(int exponent) {
        return TOP + (MOST - exponent) * OCTAVE_OF_GAPS;
    }

    private static String text(String kind, int x, int y, String text) {
        return "<text class=\"" + kind + "\" x=\"" + x + "\" y=\"" + y + "\">" + text + "</text>";
    }
}
