package org.stillpoint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stillpoint.domain.DomainException;
import org.stillpoint.format.FormatException;
import org.stillpoint.lint.Examiner;
import org.stillpoint.lint.demonstration.Demonstrator;
import org.stillpoint.lint.finding.LintedFile;
import org.stillpoint.lint.program.Facts;
import org.stillpoint.lint.report.DemonstrationText;
import org.stillpoint.lint.report.SafeText;
import org.stillpoint.lint.report.SimplificationText;
import org.stillpoint.lint.simplification.Rounding;
import org.stillpoint.lint.simplification.onnx.OnnxSimplification;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.onnx.OnnxModel;
import org.stillpoint.modelfile.tensor.FileBytes;

/** What lint does beside finding: it shows by exact training that findings hold, and writes a smaller model. */
final class LintOutcome {

    private static final String ONNX = "onnx";
    private static final long SEED = 1;

    private LintOutcome() {
    }

    /** Examines one file, and keeps the facts with their network for a demonstration. */
    static final class Kept implements Examiner {

        private final Examiner examiner;
        private Optional<Network> network = Optional.empty();
        private Optional<Facts> facts = Optional.empty();

        Kept(Examiner examiner) {
            this.examiner = examiner;
        }

        @Override
        public Facts examine(Network of, List<Survey> surveys) throws IOException {
            Facts found = examiner.examine(of, surveys);
            network = Optional.of(of);
            facts = Optional.of(found);
            return found;
        }

        /** The demonstration, in words, or why there is none; the file has to be open still. */
        String shown(String file) throws IOException {
            if (network.isEmpty()) {
                return SafeText.of(file) + ": not trained, as the file does not say how its tensors are used\n";
            }
            try {
                return DemonstrationText.of(file, Demonstrator.of(network.get(), facts.orElseThrow().facts(), SEED));
            } catch (DomainException e) {
                return SafeText.of(file) + ": not trained: " + SafeText.of(e.getMessage()) + "\n";
            }
        }
    }

    /**
     * Writes the smaller model, and says what was taken away.
     *
     * @throws FormatException if the file is no ONNX file that can be read, or the other one cannot be written
     */
    static String simplified(LintedFile linted, String out) {
        String file = linted.file();
        if (!linted.format().equals(ONNX)) {
            throw new FormatException(file + ": of the format " + linted.format()
                    + ", expected an ONNX file, as only those are written");
        }
        Path path = Path.of(file);
        try (OnnxModel model = OnnxModel.read(FileBytes.open(path, file),
                Optional.ofNullable(path.toAbsolutePath().normalize().getParent()))) {
            return SimplificationText.of(out, OnnxSimplification.write(model, out, Rounding.TO_NEAREST,
                    OnnxSimplification.Check.USUAL));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** What is told of a file that could not be read any more: the message if it begins with the name. */
    static FormatException unreadable(String file, IOException e) {
        String message = String.valueOf(e.getMessage());
        return new FormatException(message.startsWith(file) ? message
                : file + ": cannot be read, expected a file that can be read");
    }
}
