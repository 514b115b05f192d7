package org.stillpoint.modelfile.hdf;

import io.jhdf.GlobalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.Utils;
import io.jhdf.btree.record.AttributeNameForIndexedAttributesRecord;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;

/** The strings that a file tells of one of its groups or tensors. */
public final class HdfAttributes {

    /** The longest text of all strings of an attribute, in bytes. */
    private static final int MAX_TEXT = 1 << 25;

    /** Before the address of a string that lies elsewhere stands its length, behind it its number there. */
    private static final int LENGTH = 4;
    private static final int NUMBER = 4;

    private final HdfStorage storage;
    private final ObjectHeader header;

    HdfAttributes(HdfStorage storage, ObjectHeader header) {
        this.storage = storage;
        this.header = header;
    }

    /**
     * The strings of an attribute, in row-major order; one if it is a single string, none if it is an empty list.
     *
     * @return empty if there is no such attribute, or it has other values
     * @throws FormatException if the file is not well-formed
     */
    public Optional<List<String>> strings(String name) throws IOException {
        return HdfErrors.contained(storage.bytes().name(), () -> all().filter(each -> each.getName().equals(name)).findFirst()
                .flatMap(this::strings));
    }

    private Stream<AttributeMessage> all() {
        Stream<AttributeMessage> inHeader = header.getMessagesOfType(AttributeMessage.class).stream();
        return Stream.concat(inHeader, header.getMessagesOfType(AttributeInfoMessage.class).stream()
                .filter(info -> info.getFractalHeapAddress() != HdfIndex.NONE).flatMap(this::indexed));
    }

    private Stream<AttributeMessage> indexed(AttributeInfoMessage info) {
        HdfIndex<AttributeNameForIndexedAttributesRecord> index =
                HdfIndex.of(storage, info.getAttributeNameBTreeAddress(), info.getFractalHeapAddress());
        return index.records().stream()
                .map(each -> new AttributeMessage(index.stored(each.getHeapId()), storage, each.getFlags()));
    }

    private Optional<List<String>> strings(AttributeMessage attribute) {
        ByteBuffer data = attribute.getDataBuffer();
        if (data == null) {
            return Optional.of(List.of());
        }
        DataType type = attribute.getDataType();
        if (type.getSize() <= 0) {
            throw new FormatException(storage.bytes().name() + ": attribute " + Quoted.of(attribute.getName()) + " of "
                    + type.getSize() + " bytes an entry, expected at least 1");
        }
        int count = data.remaining() / type.getSize();
        if (type instanceof StringData fixed) {
            return Optional.of(Stream.generate(() -> text(fixed, data)).limit(count).toList());
        }
        return type instanceof VariableLength elsewhere && elsewhere.isVariableLengthString()
                ? Optional.of(fromHeaps(data, count)) : Optional.empty();
    }

    private static String text(StringData type, ByteBuffer data) {
        ByteBuffer text = Utils.createSubBuffer(data, type.getSize());
        type.getStringPaddingHandler().setBufferLimit(text);
        return StandardCharsets.UTF_8.decode(text).toString();
    }

    private List<String> fromHeaps(ByteBuffer references, int count) {
        Map<Long, GlobalHeap> heaps = new HashMap<>();
        List<String> texts = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < count; i++) {
            ByteBuffer reference = Utils.createSubBuffer(references, LENGTH + storage.getSizeOfOffsets() + NUMBER);
            int length = Utils.readBytesAsUnsignedInt(reference, LENGTH);
            long address = Utils.readBytesAsUnsignedLong(reference, storage.getSizeOfOffsets());
            int number = Utils.readBytesAsUnsignedInt(reference, NUMBER);
            total += length;
            if (total > MAX_TEXT) {
                throw new FormatException(storage.bytes().name() + ": strings of more than " + MAX_TEXT
                        + " bytes in an attribute, expected at most that");
            }
            texts.add(length == 0 ? "" : StandardCharsets.UTF_8.decode(heaps
                    .computeIfAbsent(address, each -> new GlobalHeap(storage, each)).getObjectData(number).limit(length))
                    .toString());
        }
        return texts;
    }
}
