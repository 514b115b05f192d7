package org.stillpoint.lint.simplification.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.stillpoint.domain.DomainException;
import org.stillpoint.format.FormatException;
import org.stillpoint.lint.evaluation.Limits;
import org.stillpoint.lint.simplification.Agreement;
import org.stillpoint.lint.simplification.Simplification;
import org.stillpoint.lint.simplification.Simplifier;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.onnx.OnnxModel;
import org.stillpoint.modelfile.onnx.OnnxWriter;
import org.stillpoint.modelfile.onnx.translation.OnnxTranslation;
import org.stillpoint.modelfile.tensor.FileBytes;

/** Writes ONNX files without the units that can go. */
public final class OnnxSimplification {

    private static final String CANNOT_BE_WRITTEN = ": cannot be written, expected a place that can be written to";

    private OnnxSimplification() {
    }

    /**
     * How both models are compared.
     *
     * @param runs with random inputs
     * @param limits of one run
     */
    public record Check(int runs, long seed, Limits limits) {

        public static final Check USUAL = new Check(3, 1, Limits.USUAL);
    }

    /** What could be taken out of a model, without writing it. */
    public static Simplification plan(OnnxModel model) throws IOException {
        return plan(model, new NodeIndex(model.proto().getGraph()));
    }

    private static Simplification plan(OnnxModel model, NodeIndex nodes) throws IOException {
        Network network = OnnxTranslation.of(model);
        try {
            return Simplifier.simplify(network, new FileLimitations(model, nodes, network));
        } catch (DomainException e) {
            throw new FormatException(model.name() + ": " + e.getMessage());
        }
    }

    /**
     * Writes the smaller model beside its place, reads it again, compares it, and only then moves it there. If nothing can go, it
     * is the model as it was.
     *
     * @param out where to; not the file that was read
     * @throws FormatException if it cannot be written, or what was written is not what it is to be; then nothing is left behind
     */
    public static Written write(OnnxModel model, String out, Check check) throws IOException {
        NodeIndex nodes = new NodeIndex(model.proto().getGraph());
        Simplification simplification = plan(model, nodes);
        OnnxWriter writer = new OnnxWriter(model);
        ModelProto changed = Rewriting.of(model, nodes, writer, simplification);
        writer.requirePlace(out);
        Path beside = beside(out);
        try {
            writer.write(changed, beside.toString());
            Written written = compared(simplification, beside, out, check);
            Files.move(beside, Path.of(out), StandardCopyOption.REPLACE_EXISTING);
            return written;
        } catch (FileSystemException e) {
            throw new FormatException(out + CANNOT_BE_WRITTEN);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static Path beside(String out) throws IOException {
        try {
            Path target = Path.of(out).toAbsolutePath();
            if (Files.isDirectory(target)) {
                throw new FormatException(out + ": is a directory, expected a file");
            }
            return Files.createTempFile(target.getParent(), ".stillpoint", ".onnx");
        } catch (FileSystemException | InvalidPathException e) {
            throw new FormatException(out + CANNOT_BE_WRITTEN);
        }
    }

    private static Written compared(Simplification simplification, Path file, String out, Check check) throws IOException {
        try (OnnxModel again = OnnxModel.read(FileBytes.open(file, out), Optional.ofNullable(file.getParent()))) {
            Network network = OnnxTranslation.of(again);
            Optional<String> difference = SameLayers.difference(simplification.after(), network);
            if (difference.isPresent()) {
                throw new FormatException(out + ": not written, as it would not be the smaller model: " + difference.get());
            }
            try {
                Optional<Agreement> agreement = Agreement.of(simplification.before(), network, check.runs(), check.seed(),
                        check.limits());
                if (agreement.isEmpty()) {
                    throw new FormatException(out + ": not written, as it would have other outputs");
                }
                return new Written(simplification, agreement, Optional.empty());
            } catch (DomainException e) {
                return new Written(simplification, Optional.empty(), Optional.of(e.getMessage()));
            }
        }
    }
}
