package org.stillpoint.properties;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import org.stillpoint.arbitraries.Sample;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.DomainException;
import org.stillpoint.format.Json;
import org.stillpoint.format.OutputFile;
import org.stillpoint.statement.FalsifiedProperty;
import org.stillpoint.witness.Counterexample;
import org.stillpoint.witness.WitnessFormat;

/** The training on which a property of a claim failed, after shrinking. */
record FalsifiedSample(Method property, TrainingRun run, Throwable failure) {

    /** The system property that names the directory of the files, {@value #DEFAULT_DIRECTORY} if absent. */
    static final String DIRECTORY = "stillpoint.counterexamples";

    private static final String DEFAULT_DIRECTORY = "target/counterexamples";
    private static final String NO_CLAIM = "none";

    /** Empty if the property held, is evidence of no claim (but for one that took too long), or is not about a training. */
    static Optional<FalsifiedSample> of(Method property, PropertyExecutionResult result) {
        Optional<List<Object>> slow = result.throwable().filter(SlowTry.class::isInstance).map(e -> ((SlowTry) e).parameters());
        if (slow.isEmpty() && property.getAnnotationsByType(Claim.class).length == 0) {
            return Optional.empty();
        }
        List<Object> parameters = slow.or(result::falsifiedParameters).orElse(List.of());
        return parameters.stream().filter(Sample.class::isInstance).map(Sample.class::cast).findFirst().flatMap(sample ->
                result.throwable().map(failure -> new FalsifiedSample(property, sample.run(), failure)));
    }

    /** Writes the counterexample; should that be impossible, the failure of the property says why. */
    void write() {
        Path directory = Path.of(System.getProperty(DIRECTORY, DEFAULT_DIRECTORY));
        String file = property.getDeclaringClass().getSimpleName() + "." + property.getName()
                + WitnessFormat.COUNTEREXAMPLE_SUFFIX;
        try {
            Files.createDirectories(directory);
            OutputFile.write(directory.resolve(file).toString(), Json.write(failure instanceof SlowTry
                    ? WitnessFormat.writeGivens(counterexample(run)) : WitnessFormat.write(counterexample(told()))));
        } catch (DomainException e) {
            failure.addSuppressed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file names one of the library's losses, so that any other one is told by what it did at each step. */
    private TrainingRun told() {
        return run.derivative() == run.settings().loss() ? run : run.withSquaredLoss();
    }

    private Counterexample counterexample(TrainingRun told) {
        String claim = Arrays.stream(property.getAnnotationsByType(Claim.class)).map(Claim::value).findFirst().orElse(NO_CLAIM);
        return new Counterexample(claim, sentence(), Optional.empty(), told.network(), told.data(), told.settings(),
                new FalsifiedProperty(property.getDeclaringClass().getName() + "." + property.getName(),
                String.valueOf(failure.getMessage()).strip()));
    }

    /** The name of the property in words. */
    private String sentence() {
        return property.getName().replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
