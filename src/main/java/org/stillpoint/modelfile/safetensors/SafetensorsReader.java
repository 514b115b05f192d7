package org.stillpoint.modelfile.safetensors;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.StoredEntries;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Reads safetensors files: eight bytes that say how long the head is, the head, and the tensors' bytes without holes. Nothing
 * says which axis counts what; files of PyTorch are units out x units in.
 */
public final class SafetensorsReader implements ModelReader {

    private static final int LENGTH_BYTES = 8;
    private static final int MAX_HEAD = 1 << 24;
    private static final Map<String, ElementType> TYPES = Map.ofEntries(
            Map.entry("F16", ElementType.FLOAT16), Map.entry("BF16", ElementType.BFLOAT16),
            Map.entry("F32", ElementType.FLOAT32), Map.entry("F64", ElementType.FLOAT64),
            Map.entry("I8", ElementType.INT8), Map.entry("U8", ElementType.UINT8),
            Map.entry("I16", ElementType.INT16), Map.entry("U16", ElementType.UINT16),
            Map.entry("I32", ElementType.INT32), Map.entry("U32", ElementType.UINT32),
            Map.entry("I64", ElementType.INT64), Map.entry("U64", ElementType.UINT64), Map.entry("BOOL", ElementType.BOOL));

    @Override
    public boolean recognises(String name, byte[] head) {
        return name.endsWith(".safetensors") || head.length > LENGTH_BYTES && head[LENGTH_BYTES] == '{'
                && head[LENGTH_BYTES - 1] == 0 && head[LENGTH_BYTES - 2] == 0;
    }

    @Override
    public ModelFile read(Bytes bytes, Optional<Path> folder) throws IOException {
        if (bytes.size() < LENGTH_BYTES) {
            throw new FormatException(bytes.name() + ": " + bytes.size() + " bytes, expected the length of a head in the first "
                    + LENGTH_BYTES);
        }
        long length = bytes.read(0, LENGTH_BYTES, ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 0 || length > bytes.size() - LENGTH_BYTES || length > MAX_HEAD) {
            throw new FormatException(bytes.name() + ": a head of " + Long.toUnsignedString(length) + " bytes, expected at most "
                    + Math.min(MAX_HEAD, bytes.size() - LENGTH_BYTES));
        }
        byte[] head = bytes.read(LENGTH_BYTES, (int) length, ByteOrder.LITTLE_ENDIAN).array();
        List<Described> tensors = Head.read(bytes.name(), head);
        long from = LENGTH_BYTES + length;
        requireNoHoles(bytes, tensors, bytes.size() - from);
        List<Weights> weights = new ArrayList<>();
        List<NotAnalysed> notAnalysed = new ArrayList<>();
        for (Described tensor : tensors) {
            ElementType type = TYPES.get(tensor.type());
            if (type == null) {
                notAnalysed.add(new NotAnalysed(tensor.name(), "is stored as " + Quoted.plain(tensor.type())
                        + ", a type that is not read"));
            } else {
                requireSize(bytes, tensor, type);
                weights.add(Weights.of(tensor.name(), type, tensor.dimensions(),
                        new StoredEntries(bytes, from + tensor.begin(), type, ByteOrder.LITTLE_ENDIAN)));
            }
        }
        return new ModelFile(bytes.name(), "safetensors", weights, notAnalysed, Optional.empty(), bytes);
    }

    /** Tensors take all bytes behind the head, each byte for one. */
    private static void requireNoHoles(Bytes bytes, List<Described> tensors, long count) {
        List<Described> byPlace = new ArrayList<>(tensors);
        byPlace.sort(Comparator.comparingLong(Described::begin).thenComparingLong(Described::end));
        long done = 0;
        for (Described tensor : byPlace) {
            if (tensor.begin() != done || tensor.end() > count) {
                throw error(bytes, tensor, "is at bytes " + tensor.begin() + " to " + tensor.end() + " of " + count
                        + ", expected it to begin at " + done + ", where the one before ends, and to end within them");
            }
            done = tensor.end();
        }
        if (done != count) {
            throw new FormatException(bytes.name() + ": " + count + " bytes behind the head, expected " + done
                    + ", which the tensors take");
        }
    }

    private static void requireSize(Bytes bytes, Described tensor, ElementType type) {
        long entries = tensor.dimensions().entries();
        long count = tensor.end() - tensor.begin();
        if (count % type.bytes() != 0 || entries != count / type.bytes()) {
            throw error(bytes, tensor, "has " + count + " bytes, expected " + tensor.dimensions() + " of " + type.bytes()
                    + " each");
        }
    }

    private static FormatException error(Bytes bytes, Described tensor, String what) {
        return new FormatException(bytes.name() + ": tensor " + Quoted.of(tensor.name()) + ": " + what);
    }
}
