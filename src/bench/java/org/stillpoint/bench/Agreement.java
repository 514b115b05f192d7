package org.stillpoint.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Engine;

/** Random small trainings of all that the peers know, which the reference and each peer have to end with the same weights. */
final class Agreement {

    private static final String TITLE = "Agreement on random small trainings";

    private final Report report;
    private final Map<String, Path> peers;

    /** @param peers the programs by their names */
    Agreement(Report report, Map<String, Path> peers) {
        this.report = report;
        this.peers = new TreeMap<>(peers);
    }

    void write(int trainings) {
        if (!report.wants(TITLE)) {
            return;
        }
        report.header(TITLE, List.of("layers", "trainings", "the weights moved", "same weights from"));
        for (int layers = 1; layers <= 4; layers++) {
            int moved = 0;
            Set<String> agreed = new LinkedHashSet<>(List.of("naive", "fast"));
            agreed.addAll(peers.keySet());
            for (int i = 0; i < trainings; i++) {
                Workload.Train training = training(layers, new Random(1000L * layers + i));
                List<String> disagreeing = disagreeing(training);
                if (!disagreeing.isEmpty()) {
                    report.disagree(layers + " layers, training " + i + ": other weights from " + String.join(", ", disagreeing));
                }
                disagreeing.forEach(agreed::remove);
                moved += Contestant.of(Engine.REFERENCE, training).weights()
                        .equals(String.join(" ", Workload.parameters(training.network()).toList())) ? 0 : 1;
            }
            report.row(Stream.of(layers + "", trainings + "", moved + "", String.join(", ", agreed)));
        }
    }

    private List<String> disagreeing(Workload.Train training) {
        Race race = new Race();
        race.add("naive", Contestant.of(Engine.REFERENCE, training));
        race.add("fast", Contestant.of(Engine.FAST, training));
        List<Peer> started = new ArrayList<>();
        peers.forEach((peer, program) -> {
            started.add(new Peer(program, training));
            race.add(peer, started.get(started.size() - 1));
        });
        List<String> disagreeing = race.disagreeing();
        started.forEach(Peer::close);
        return disagreeing;
    }

    private static Workload.Train training(int layers, Random random) {
        int[] widths = random.ints(layers + 1, 1, 4).toArray();
        List<Layer> all = new ArrayList<>();
        for (int l = 1; l <= layers; l++) {
            int inputs = widths[l - 1];
            all.add(new Layer(new Matrix(Stream.generate(() -> vector(inputs, random)).limit(widths[l]).toList()),
                    Optional.of(vector(widths[l], random)), l == layers ? Activation.IDENTITY : Activation.RELU));
        }
        Loss loss = RationalLoss.values()[random.nextInt(RationalLoss.values().length)];
        boolean labels = loss == Loss.PERCEPTRON || loss == Loss.HINGE;
        int samples = 1 + random.nextInt(5);
        List<Vector> inputs = Stream.generate(() -> vector(widths[0], random)).limit(samples).toList();
        List<Vector> targets = Stream.generate(() -> labels ? labels(widths[layers], random) : vector(widths[layers], random))
                .limit(samples).toList();
        Settings settings = Settings.defaults(random.nextInt(loss == Loss.SQUARED || layers > 2 ? 4 : 8)).withLoss(loss)
                .withLearningRate(one(random, "1/10", "1", "2/3")).withBatchSize(1 + random.nextInt(3) * random.nextInt(3))
                .withMomentum(one(random, "0", "0", "1/2", "-2/3", "1")).withWeightDecay(one(random, "0", "0", "1/7"));
        return new Workload.Train("", new Network(all), new DataSet(inputs, targets), settings);
    }

    private static BigFraction one(Random random, String... numbers) {
        return Vector.of(numbers).get(random.nextInt(numbers.length));
    }

    private static Vector vector(int size, Random random) {
        return new Vector(Stream.generate(() -> new BigFraction(random.nextInt(13) - 6, 1 + random.nextInt(4))).limit(size)
                .toList());
    }

    private static Vector labels(int size, Random random) {
        return new Vector(IntStream.range(0, size).mapToObj(k -> new BigFraction(2 * random.nextInt(2) - 1)).toList());
    }
}
