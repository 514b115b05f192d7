package org.stillpoint.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Evaluation;

/**
 * Reads the data of a problem: by a name, {@code {"name": "question", "samples": 20, "seed": "1"}}; as a data file has it,
 * {@code {"inputs": [["1", "2"]], "targets": ["1"]}}; or as {@code {"csv": "1,2,1"}}, one sample a line, the target last, with
 * a header or none.
 */
final class DataReader {

    private static final Set<String> KEYS = Set.of("name", "samples", "seed", "inputs", "targets", "csv");
    private static final int MAX_SAMPLES = 500;
    private static final int SAMPLES = 20;

    private DataReader() {
    }

    /** The data, which fits the network; two samples if none is given. */
    static DataSet read(Optional<Given> given, Network network) {
        DataSet data = given.map(value -> read(value, network)).orElseGet(() -> NamedData.TWO.data(network, SAMPLES, 0));
        if (data.size() > MAX_SAMPLES) {
            throw new DomainException(data.size() + " samples, expected at most " + MAX_SAMPLES);
        }
        Evaluation.requireFit(network, data);
        return data;
    }

    private static DataSet read(Given given, Network network) {
        given.allowing(KEYS);
        Optional<Given> csv = given.optional("csv");
        Optional<Given> name = given.optional("name");
        if (csv.isPresent()) {
            return csv(csv.get().text());
        }
        if (name.isPresent()) {
            return name.get().checked(() -> NamedData.fromId(name.get().text())).data(network,
                    given.optional("samples").map(samples -> samples.count(1, MAX_SAMPLES)).orElse(SAMPLES),
                    given.optional("seed").map(Given::seed).orElse(0L));
        }
        List<Vector> inputs = given.required("inputs").elements().stream().map(Given::vector).toList();
        List<Vector> targets = given.required("targets").elements().stream().map(DataReader::target).toList();
        return given.checked(() -> new DataSet(inputs, targets));
    }

    private static Vector target(Given value) {
        return value.isArray() ? value.vector() : Vector.of(value.number());
    }

    private static DataSet csv(String text) {
        List<Vector> inputs = new ArrayList<>();
        List<Vector> targets = new ArrayList<>();
        List<String> lines = parts(text.replace("\r\n", "\n").replace('\r', '\n'), '\n');
        boolean isFirst = true;
        for (int i = 0; i < lines.size(); i++) {
            List<String> fields = parts(lines.get(i), ',').stream().map(String::strip).toList();
            boolean isHeader = isFirst && fields.stream().noneMatch(DataReader::isNumber);
            if (!lines.get(i).isBlank() && !isHeader) {
                List<BigFraction> sample = sample(i + 1, fields);
                inputs.add(new Vector(sample.subList(0, sample.size() - 1)));
                targets.add(new Vector(sample.subList(sample.size() - 1, sample.size())));
            }
            isFirst = isFirst && lines.get(i).isBlank();
        }
        return new DataSet(inputs, targets);
    }

    /** What stands before, between and after the separators. */
    private static List<String> parts(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
            parts.add(text.substring(from, to));
            from = to + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static List<BigFraction> sample(int line, List<String> fields) {
        if (fields.size() < 2) {
            throw new DomainException("line " + line + ": one field, expected the inputs and, last, the target");
        }
        List<BigFraction> numbers = new ArrayList<>();
        for (String field : fields) {
            try {
                numbers.add(ExactNumber.parse(field));
            } catch (DomainException e) {
                throw new DomainException("line " + line + ": " + e.getMessage());
            }
        }
        return numbers;
    }

    private static boolean isNumber(String field) {
        try {
            ExactNumber.parse(field);
            return true;
        } catch (DomainException e) {
            return false;
        }
    }
}
