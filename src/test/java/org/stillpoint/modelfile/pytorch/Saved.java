package org.stillpoint.modelfile.pytorch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as torch.save writes them, of pickles that it may not write. */
final class Saved {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** An archive of a pickle, and storages with the keys 0, 1 and so on. */
    static byte[] with(byte[] pickle, byte[]... storages) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(archive)) {
            add(out, "archive/data.pkl", pickle);
            for (int i = 0; i < storages.length; i++) {
                add(out, "archive/data/" + i, storages[i]);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return archive.toByteArray();
    }

    private static void add(ZipOutputStream out, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        out.putNextEntry(entry);
        out.write(content);
    }

    /** A pickle of protocol 2 that begins here; instructions follow. */
    static Saved pickle() {
        return new Saved().code("\u0080\u0002");
    }

    /** Instructions as characters of Latin-1. */
    Saved code(String instructions) {
        bytes.writeBytes(instructions.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    Saved text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return code("X").number(utf8.length).bytes(utf8);
    }

    Saved integer(long integer) {
        return code("\u008A\u0008").bytes(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(integer).array());
    }

    Saved name(String module, String name) {
        return code("c" + module + "\n" + name + "\n");
    }

    Saved integers(long... integers) {
        code("(");
        for (long integer : integers) {
            integer(integer);
        }
        return code("t");
    }

    /** A storage of floats. */
    Saved storage(String type, String key, long count) {
        return code("(").text("storage").name("torch", type).text(key).text("cpu").integer(count).code("tQ");
    }

    /** A tensor in the storage with the key 0, which has so many entries. */
    Saved tensor(long count, long offset, long[] sizes, long[] strides) {
        return name("torch._utils", "_rebuild_tensor_v2").code("(").storage("FloatStorage", "0", count).integer(offset)
                .integers(sizes).integers(strides).code("\u0089").name("collections", "OrderedDict").code(")RtR");
    }

    Saved number(int number) {
        return bytes(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
    }

    Saved bytes(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    byte[] stop() {
        return code(".").bytes.toByteArray();
    }
}
