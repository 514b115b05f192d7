package org.stillpoint.modelfile.pytorch;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.archive.ArchiveEntry;
import org.stillpoint.modelfile.archive.ZipArchive;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.Bytes;

/**
 * Reads files of PyTorch since 1.6: an archive with a pickle and storages. Matrices of its fully connected layers are units out x
 * units in, kernels of its convolutions are channels out x channels in x places.
 */
public final class PytorchReader implements ModelReader {

    private static final int MAX_PICKLE = 1 << 24;
    private static final Pattern PICKLE = Pattern.compile("[^/]+/data\\.pkl");
    private static final Pattern NAME = Pattern.compile(".*\\.(pt|pth|ckpt|bin)");
    /** How pickles begin since protocol 2, among them those that PyTorch wrote before 1.6. */
    private static final byte PROTOCOL = (byte) 0x80;

    @Override
    public boolean recognises(String name, byte[] head) {
        return isPickle(head) || PICKLE.matcher(ZipArchive.firstName(head)).matches()
                || NAME.matcher(name).matches() && (ZipArchive.isAtTheBeginningOf(head) || name.matches(".*\\.pth?"));
    }

    private static boolean isPickle(byte[] head) {
        return head.length > 1 && head[0] == PROTOCOL && head[1] >= 2 && head[1] <= 5;
    }

    @Override
    public ModelFile read(Bytes bytes, Optional<Path> folder) throws IOException {
        byte[] head = bytes.read(0, (int) Math.min(HEAD, bytes.size()), ByteOrder.LITTLE_ENDIAN).array();
        if (!ZipArchive.isAtTheBeginningOf(head)) {
            throw new FormatException(bytes.name() + ": " + (isPickle(head)
                    ? "a pickle, as PyTorch before 1.6 wrote it" : "no archive")
                    + ", expected the zip archive that torch.save writes since: load it and save its state_dict once more");
        }
        ZipArchive archive = ZipArchive.open(bytes);
        try {
            ArchiveEntry entry = pickle(bytes.name(), archive);
            Bytes pickle = archive.open(entry);
            byte[] content = pickle.read(0, (int) pickle.size(), ByteOrder.LITTLE_ENDIAN).array();
            String top = entry.name().substring(0, entry.name().indexOf('/') + 1);
            Views views = new Views(bytes, archive, top, order(archive, top));
            Map<String, Tensor> tensors = Tensors.in(pickle.name(), Pickle.read(pickle.name(), content));
            for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
                views.add(tensor.getKey(), tensor.getValue());
            }
            return new ModelFile(bytes.name(), "pytorch", views.weights(), views.notAnalysed(), Optional.empty(), archive);
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private static ArchiveEntry pickle(String file, ZipArchive archive) {
        List<ArchiveEntry> pickles = archive.entries().stream().filter(entry -> PICKLE.matcher(entry.name()).matches()).toList();
        if (pickles.size() != 1 || pickles.get(0).size() > MAX_PICKLE) {
            throw new FormatException(file + ": " + pickles.size() + " entries data.pkl in a folder, expected one of at most "
                    + MAX_PICKLE + " bytes, as torch.save writes it");
        }
        return pickles.get(0);
    }

    /** Of all storages; files of PyTorch before 2.1 do not say it. */
    private static ByteOrder order(ZipArchive archive, String top) throws IOException {
        Optional<ArchiveEntry> entry = archive.entry(top + "byteorder");
        if (entry.isEmpty()) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        Bytes bytes = archive.open(entry.get());
        int count = (int) Math.min(HEAD, bytes.size());
        String order = new String(bytes.read(0, count, ByteOrder.LITTLE_ENDIAN).array(), StandardCharsets.US_ASCII);
        return switch (order) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            default -> throw new FormatException(bytes.name() + ": " + Quoted.of(order) + ", expected little or big");
        };
    }
}
