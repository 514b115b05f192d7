package org.stillpoint.modelfile.tensorflow;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Entries;
import org.stillpoint.modelfile.tensor.StoredEntries;
import org.stillpoint.modelfile.tensor.Weights;

/** The weights that a model lists: groups of tensors, each one behind the other in the files of the group. */
final class Manifest implements Closeable {

    private static final String QUANTISATION = "quantization";
    private static final String TYPE = "dtype";
    private static final Map<String, ElementType> TYPES = Map.of("float32", ElementType.FLOAT32, "int32", ElementType.INT32,
            "bool", ElementType.BOOL, "float16", ElementType.FLOAT16, "uint8", ElementType.UINT8, "uint16", ElementType.UINT16);
    private static final int COMPLEX_BYTES = 8;
    private static final int LENGTH_BYTES = 4;

    private final String file;
    private final Map<String, Weights> weights = new LinkedHashMap<>();
    private final List<NotAnalysed> notAnalysed = new ArrayList<>();
    private final List<Bytes> open = new ArrayList<>();

    private Manifest(String file) {
        this.file = file;
    }

    /**
     * Opens the files of the groups.
     *
     * @param folder where they lie
     * @throws FormatException if the tensors are not those that the files have
     */
    static Manifest open(String file, Optional<Path> folder, JsonCursor groups) throws IOException {
        Manifest manifest = new Manifest(file);
        try {
            for (JsonCursor group : elements(groups)) {
                List<String> paths = elements(group.field("paths")).stream().map(JsonCursor::string).toList();
                Shards shards = Shards.open(file, folder.orElseThrow(() -> new FormatException(file
                        + ": a model whose weights lie in other files, expected one that has its folder")), paths);
                manifest.open.add(shards);
                manifest.read(shards, elements(group.field("weights")));
            }
            return manifest;
        } catch (IOException | RuntimeException e) {
            manifest.close();
            throw e;
        }
    }

    private static List<JsonCursor> elements(JsonCursor value) {
        return value.isArray() && value.node().isEmpty() ? List.of() : value.elements();
    }

    private void read(Bytes bytes, List<JsonCursor> tensors) throws IOException {
        long place = 0;
        for (JsonCursor tensor : tensors) {
            place = next(bytes, place, tensor);
        }
        if (place != bytes.size()) {
            throw new FormatException(file + ": weights of " + place + " bytes in files of " + bytes.size()
                    + " bytes, expected as many");
        }
    }

    /** Lists a tensor that begins at a place, and says where it ends. */
    private long next(Bytes bytes, long place, JsonCursor tensor) throws IOException {
        String name = tensor.field("name").string();
        Dimensions dimensions = dimensions(tensor.field("shape"));
        String type = tensor.field(TYPE).string();
        Optional<JsonCursor> quantisation = tensor.optionalField(QUANTISATION).filter(value -> !value.node().isNull());
        JsonCursor stored = quantisation.map(value -> value.field(TYPE)).orElse(tensor.field(TYPE));
        if (type.equals("string") || type.equals("complex64")) {
            notAnalysed.add(new NotAnalysed(Quoted.plain(name), "its entries are of the type " + type));
            return type.equals("string") ? endOfStrings(bytes, place, dimensions.entries())
                    : end(bytes, place, dimensions, COMPLEX_BYTES);
        }
        ElementType element = Optional.ofNullable(TYPES.get(stored.string()))
                .orElseThrow(() -> stored.error("the unknown type " + Quoted.of(stored.string()) + ", expected one of "
                        + String.join(", ", TYPES.keySet().stream().sorted().toList())));
        long end = end(bytes, place, dimensions, element.bytes());
        Entries entries = new StoredEntries(bytes, place, element, ByteOrder.LITTLE_ENDIAN);
        boolean isInteger = element == ElementType.UINT8 || element == ElementType.UINT16;
        if (quantisation.isPresent() && isInteger && !type.equals("float32")) {
            notAnalysed.add(new NotAnalysed(Quoted.plain(name), "it is quantised, but stands for " + Quoted.plain(type)));
            return end;
        }
        Weights read = quantisation.isPresent() && isInteger ? new Weights(name, element.id() + ", quantised", true, dimensions,
                new QuantisedEntries(entries, Quantisation.read(element, quantisation.get())))
                : Weights.of(name, element, dimensions, entries);
        if (weights.put(name, read) != null) {
            throw tensor.error("a second tensor " + Quoted.of(name) + ", expected names that differ");
        }
        return end;
    }

    private long end(Bytes bytes, long place, Dimensions dimensions, int width) throws IOException {
        if (dimensions.entries() > (bytes.size() - place) / width) {
            throw new FormatException(file + ": " + dimensions + " entries of " + width + " bytes from byte " + place
                    + ", expected within the " + bytes.size() + " bytes of the files");
        }
        return place + dimensions.entries() * width;
    }

    /** Each string has its length before it. */
    private static long endOfStrings(Bytes bytes, long from, long count) throws IOException {
        long place = from;
        for (long i = 0; i < count; i++) {
            long length = bytes.read(place, LENGTH_BYTES, ByteOrder.LITTLE_ENDIAN).getInt() & 0xFFFFFFFFL;
            bytes.requireRange(place + LENGTH_BYTES, length);
            place += LENGTH_BYTES + length;
        }
        return place;
    }

    private static Dimensions dimensions(JsonCursor shape) {
        List<Long> sizes = new ArrayList<>();
        for (JsonCursor size : elements(shape)) {
            BigFraction number = size.number();
            if (!number.getDenominator().equals(BigInteger.ONE) || number.getNumerator().bitLength() >= Long.SIZE) {
                throw size.error("a number, expected an integer that a long holds");
            }
            sizes.add(number.getNumerator().longValueExact());
        }
        try {
            return new Dimensions(sizes);
        } catch (FormatException e) {
            throw shape.error(e.getMessage());
        }
    }

    Map<String, Weights> weights() {
        return weights;
    }

    List<NotAnalysed> notAnalysed() {
        return notAnalysed;
    }

    @Override
    public void close() throws IOException {
        for (Bytes bytes : open) {
            bytes.close();
        }
    }
}
