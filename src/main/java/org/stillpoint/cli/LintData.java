package org.stillpoint.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.format.DataFormat;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.ModelFiles;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** The inputs of a data set as one tensor, samples along its first axis: of JSON and CSV features, of NumPy any axes. */
final class LintData {

    private static final String NUMPY = ".npy";
    private static final String NPY = "npy";
    private static final int MOST_ENTRIES = 1 << 22;

    private LintData() {
    }

    /** @throws FormatException if it cannot be read, or is too much */
    static Tensor read(Terminal terminal, String file) {
        try {
            return file.toLowerCase(Locale.ROOT).endsWith(NUMPY) ? ofNumpy(terminal, file)
                    : of(DataFormat.read(terminal.source(file)));
        } catch (DomainException | ArithmeticException e) {
            throw new FormatException(file + ": " + e.getMessage());
        }
    }

    private static Tensor of(DataSet data) {
        List<BigFraction> entries = new ArrayList<>();
        data.inputs().forEach(input -> entries.addAll(input.entries()));
        return new Tensor(Shape.of(data.size(), data.inputWidth()), entries);
    }

    private static Tensor ofNumpy(Terminal terminal, String file) {
        try (ModelFile array = ModelFiles.open(file, terminal.in())) {
            if (!array.format().equals(NPY)) {
                throw new FormatException(file + ": of the format " + array.format()
                        + ", expected an array of NumPy by its name");
            }
            Weights weights = array.weights().get(0);
            if (weights.dimensions().entries() > MOST_ENTRIES || weights.dimensions().entries() == 0) {
                throw new FormatException(file + ": " + weights.dimensions().entries() + " numbers, expected 1 to "
                        + MOST_ENTRIES);
            }
            long[] codes = new long[(int) weights.dimensions().entries()];
            weights.entries().read(0, codes);
            if (!IntStream.range(0, codes.length).allMatch(place -> Code.isFinite(codes[place]))) {
                throw new FormatException(file + ": infinite or no numbers among the entries, expected numbers");
            }
            return Tensor.at(new Shape(weights.dimensions().sizes().stream().map(Math::toIntExact).toList()),
                    place -> Code.number(codes[place]));
        } catch (IOException e) {
            throw new FormatException(file + ": cannot be read, expected a file that can be read");
        }
    }
}
