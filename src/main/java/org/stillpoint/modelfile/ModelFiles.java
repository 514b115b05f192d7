package org.stillpoint.modelfile;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.json.NetworkReader;
import org.stillpoint.modelfile.keras.KerasArchiveReader;
import org.stillpoint.modelfile.keras.KerasReader;
import org.stillpoint.modelfile.nnet.NnetReader;
import org.stillpoint.modelfile.numpy.NpyReader;
import org.stillpoint.modelfile.numpy.NpzReader;
import org.stillpoint.modelfile.onnx.reader.OnnxReader;
import org.stillpoint.modelfile.pytorch.PytorchReader;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.safetensors.SafetensorsReader;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.FileBytes;
import org.stillpoint.modelfile.tensorflow.TensorFlowReader;

/** Opens model files of every format that there is a reader for. */
public final class ModelFiles {

    /** In the order in which they are asked. */
    private static final List<ModelReader> READERS = List.of(new KerasArchiveReader(), new KerasReader(), new NpzReader(),
            new NpyReader(), new PytorchReader(), new SafetensorsReader(), new TensorFlowReader(), new NetworkReader(),
            new NnetReader(), new OnnxReader());
    private static final String FORMATS = "ONNX, safetensors, npy, npz, Keras (.h5, .keras), PyTorch (.pt, .pth), TensorFlow.js"
            + " layers (model.json), .nnet, or a network of ours as JSON";
    private static final String STANDARD_INPUT = "-";

    private ModelFiles() {
    }

    /**
     * Opens a file, which is to be closed.
     *
     * @param name its path, or {@code -} for standard input, which is kept in a temporary file until it is closed
     * @throws FormatException if it cannot be read, is of no known format, or is not well-formed; one line that begins with the
     *     name
     */
    public static ModelFile open(String name, InputStream standardInput) {
        try {
            if (name.equals(STANDARD_INPUT)) {
                return kept(standardInput);
            }
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new FormatException(name + ": is a directory, expected a file");
            }
            return read(FileBytes.open(path, name), name.toLowerCase(Locale.ROOT),
                    Optional.of(path.toAbsolutePath().normalize().getParent()));
        } catch (NoSuchFileException e) {
            throw new FormatException(name + ": no such file, expected a file that can be read");
        } catch (AccessDeniedException e) {
            throw new FormatException(name + ": no permission to read it, expected a file that can be read");
        } catch (EOFException e) {
            throw new FormatException(e.getMessage());
        } catch (IOException | InvalidPathException e) {
            throw new FormatException(name + ": cannot be read, expected a file that can be read");
        }
    }

    private static ModelFile kept(InputStream standardInput) throws IOException {
        Path copy = Files.createTempFile("stillpoint", ".model");
        try {
            Files.copy(standardInput, copy, StandardCopyOption.REPLACE_EXISTING);
            ModelFile model = read(FileBytes.open(copy, STANDARD_INPUT), STANDARD_INPUT, Optional.empty());
            return model.alsoClosing(() -> Files.deleteIfExists(copy));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    /** Reads bytes whose format is seen from their beginning and, for want of that, from the name; closes them if it fails. */
    private static ModelFile read(Bytes bytes, String name, Optional<Path> folder) throws IOException {
        try {
            int count = (int) Math.min(ModelReader.HEAD, bytes.size());
            byte[] head = bytes.read(0, count, ByteOrder.BIG_ENDIAN).array();
            ModelReader reader = READERS.stream().filter(each -> each.recognises(name, head)).findFirst()
                    .orElseThrow(() -> new FormatException(bytes.name() + ": of no known format, expected " + FORMATS));
            return reader.read(bytes, folder);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }
}
