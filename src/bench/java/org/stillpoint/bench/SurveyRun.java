package org.stillpoint.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stillpoint.lint.survey.Progress;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.safetensors.SafetensorsReader;
import org.stillpoint.modelfile.tensor.FileBytes;

/** Surveys all tensors of a file of safetensors, and prints in how many slices are zero or equal, so that nothing is left out. */
final class SurveyRun {

    private SurveyRun() {
    }

    /** @param args the file */
    public static void main(String[] args) throws IOException {
        try (ModelFile model = new SafetensorsReader().read(FileBytes.open(Path.of(args[0]), args[0]), Optional.empty())) {
            List<Survey> surveys = Survey.all(model.weights(), Progress.NONE);
            System.out.println(surveys.stream().flatMap(survey -> survey.slices().stream())
                    .mapToInt(slices -> slices.zero().size() + slices.equal().size()).sum());
        }
    }
}
