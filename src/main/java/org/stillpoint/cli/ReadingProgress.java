package org.stillpoint.cli;

import org.stillpoint.format.Quoted;
import org.stillpoint.lint.survey.Progress;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Weights;

/** Shows how much of a model file is read, if somebody watches. */
final class ReadingProgress implements Progress {

    private static final int PERCENT = 100;

    private final ProgressLine line;
    private final String name;
    private final long all;
    private long read;

    ReadingProgress(ProgressLine line, String name, ModelFile model) {
        this.line = line;
        this.name = Quoted.plain(name);
        this.all = Math.max(1, model.weights().stream().filter(Weights::isFloating)
                .mapToLong(weights -> weights.dimensions().entries()).sum());
    }

    @Override
    public synchronized void read(long entries) {
        read += entries;
        if (line.due()) {
            line.show(ProgressLine.bar((int) (read * PERCENT / all)) + " of " + name);
        }
    }
}
