package org.stillpoint.enclosure;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes lines for other libraries to check: {@code function bits arguments = results}, each ball as middle and radius in units
 * of {@code 2^-bits}. Arguments: seed, number of lines, file, and "weakened" to write results whose radius is a quarter of what
 * it is.
 */
final class OracleLines {

    private static final int[] BITS = {24, 53, 64, 100, 128, 200, 256, 512, 1024};
    private static final List<String> OPERATIONS = List.of("add", "subtract", "multiply", "divide");

    private final Random random;
    private final boolean weakened;

    private OracleLines(long seed, boolean weakened) {
        this.random = new Random(seed);
        this.weakened = weakened;
    }

    public static void main(String[] arguments) throws IOException {
        OracleLines lines = new OracleLines(Long.parseLong(arguments[0]), List.of(arguments).contains("weakened"));
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[2])))) {
            for (int written = 0; written < Integer.parseInt(arguments[1]);) {
                String line = lines.next();
                if (line != null) {
                    out.println(line);
                    written++;
                }
            }
        }
    }

    /** Null if the function is not defined on the whole ball. */
    private String next() {
        Precision p = Precision.of(BITS[random.nextInt(BITS.length)]);
        int choice = random.nextInt(Function.values().length + OPERATIONS.size());
        Ball a = ball(p);
        try {
            if (choice < OPERATIONS.size()) {
                String operation = OPERATIONS.get(choice);
                Ball b = ball(p);
                return line(operation, p, List.of(a, b), List.of(result(operation, p, a, b)));
            }
            Function function = Function.values()[choice - OPERATIONS.size()];
            return line(function.name().toLowerCase(Locale.ROOT), p, List.of(a), function.enclosures(new Argument(p, a)));
        } catch (UndecidedException | TooLargeException e) {
            return null;
        }
    }

    private static Ball result(String operation, Precision p, Ball a, Ball b) {
        return switch (operation) {
            case "add" -> p.add(a, b);
            case "subtract" -> p.subtract(a, b);
            case "multiply" -> p.multiply(a, b);
            default -> p.divide(a, b);
        };
    }

    private Ball ball(Precision p) {
        BigInteger middle = random.nextInt(4) == 0 ? special(p) : new BigInteger(1 + random.nextInt(p.bits() + 8), random);
        boolean narrow = random.nextBoolean();
        BigInteger radius = new BigInteger(1 + random.nextInt(narrow ? 8 : p.bits() + 3), random);
        return new Ball(random.nextBoolean() ? middle : middle.negate(), random.nextInt(3) == 0 ? 0 : Radius.of(radius));
    }

    /** Zero and its neighbours, whole numbers, numbers near multiples of ln 2, near p, and near its square root. */
    private BigInteger special(Precision p) {
        BigInteger one = p.one().mid();
        BigInteger off = BigInteger.valueOf(random.nextInt(5) - 2);
        return switch (random.nextInt(5)) {
            case 0 -> off;
            case 1 -> one.multiply(BigInteger.valueOf(random.nextInt(9)));
            case 2 -> Constants.logarithmOfTwo(p.bits()).multiply(BigInteger.valueOf(random.nextInt(9))).add(off);
            case 3 -> one.multiply(BigInteger.valueOf(p.bits() + random.nextInt(20) - 10)).add(off);
            default -> one.shiftLeft(p.bits()).multiply(BigInteger.valueOf(p.bits() + random.nextInt(p.bits() + 9))).sqrt();
        };
    }

    private String line(String function, Precision p, List<Ball> arguments, List<Ball> results) {
        return Stream.of(Stream.of(function, Integer.toString(p.bits())), arguments.stream().map(OracleLines::written),
                Stream.of("="), results.stream().map(ball -> weakened ? quarter(ball) : ball).map(OracleLines::written))
                .flatMap(parts -> parts).collect(Collectors.joining(" "));
    }

    private static String written(Ball ball) {
        return ball.mid() + " " + Radius.toInteger(ball.radius());
    }

    private static Ball quarter(Ball ball) {
        return new Ball(ball.mid(), Radius.of(Radius.toInteger(ball.radius()).shiftRight(2)));
    }
}
