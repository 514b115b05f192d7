package org.stillpoint.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A large model in 32 bits as a file of safetensors: an embedding, convolutions and square matrices with biases, with random
 * entries of ordinary size, and in each tensor with rows a row of zeros and two that are equal.
 */
record LargeModel(List<Tensor> tensors) {

    /** @param sizes of its axes */
    record Tensor(String name, long... sizes) {

        long entries() {
            return Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
        }
    }

    private static final int WIDTH = 4;
    private static final int MEGABYTE = 1_000_000;

    /** At least so large, by at most 70 megabytes. */
    static LargeModel of(int megabytes) {
        List<Tensor> tensors = new ArrayList<>(List.of(new Tensor("embedding.weight", 16_000, 512)));
        LargeModel model = new LargeModel(tensors);
        for (int layer = 0; model.entries() * WIDTH < (long) megabytes * MEGABYTE; layer++) {
            tensors.add(layer % 2 == 0 ? new Tensor("layer" + layer + ".weight", 4096, 4096)
                    : new Tensor("layer" + layer + ".weight", 1024, 1024, 3, 3));
            tensors.add(new Tensor("layer" + layer + ".bias", layer % 2 == 0 ? 4096 : 1024));
        }
        return model;
    }

    long entries() {
        return tensors.stream().mapToLong(Tensor::entries).sum();
    }

    void write(Path file) throws IOException {
        long[] end = {0};
        byte[] head = tensors.stream().map(tensor -> {
            long from = end[0];
            end[0] += tensor.entries() * WIDTH;
            return "\"" + tensor.name() + "\":{\"dtype\":\"F32\",\"shape\":" + Arrays.toString(tensor.sizes())
                    + ",\"data_offsets\":[" + from + "," + end[0] + "]}";
        }).collect(Collectors.joining(",", "{", "}")).getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            write(channel, ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(head.length).flip());
            write(channel, ByteBuffer.wrap(head));
            for (Tensor tensor : tensors) {
                write(channel, tensor);
            }
        }
    }

    /** Row by row; the row before the last one is zero, and the last one is the first one again. */
    private static void write(FileChannel channel, Tensor tensor) throws IOException {
        long rows = tensor.sizes()[0];
        int row = Math.toIntExact(tensor.entries() / rows);
        ByteBuffer buffer = ByteBuffer.allocate(row * WIDTH).order(ByteOrder.LITTLE_ENDIAN);
        for (long i = 0; i < rows; i++) {
            SplittableRandom random = new SplittableRandom(tensor.name().hashCode() + (i == rows - 1 ? 0 : i));
            buffer.clear();
            for (int j = 0; j < row; j++) {
                int drawn = random.nextInt();
                int exponent = 127 - 5 - Math.min(20, Integer.numberOfTrailingZeros(drawn));
                buffer.putInt(i == rows - 2 ? 0 : drawn & 1 << 31 | exponent << 23 | drawn >>> 8 & (1 << 23) - 1);
            }
            write(channel, buffer.flip());
        }
    }

    private static void write(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
