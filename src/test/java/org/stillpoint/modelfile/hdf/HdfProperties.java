package org.stillpoint.modelfile.hdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.stillpoint.modelfile.Hostile;
import org.stillpoint.modelfile.keras.KerasReader;

/** Files in which bytes were changed by chance. */
class HdfProperties {

    private static final List<Path> FILES = List.of(Path.of("src/test/resources/models/hdf/plain.h5"),
            Path.of("src/test/resources/models/hdf/plain-latest.h5"), Path.of("src/test/resources/models/keras/perceptron.h5"));

    @Property(tries = 300)
    void aFileWithBytesThatWereChangedIsReadOrRefusedInOneLine(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int changes)
            throws IOException {
        Random random = new Random(seed);
        byte[] content = Files.readAllBytes(FILES.get(random.nextInt(FILES.size())));
        for (int i = 0; i < changes; i++) {
            int place = random.nextInt(random.nextBoolean() ? content.length : 2000);
            content[place] = (byte) (random.nextBoolean() ? random.nextInt() : content[place] ^ 1 << random.nextInt(8));
        }

        Hostile.assertReadOrRefused(new KerasReader(), content);
    }
}
