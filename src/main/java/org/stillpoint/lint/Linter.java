package org.stillpoint.lint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.format.FormatException;
import org.stillpoint.lint.data.DataFindings;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.lint.finding.Finding;
import org.stillpoint.lint.finding.Findings;
import org.stillpoint.lint.finding.LintedFile;
import org.stillpoint.lint.finding.NearFindings;
import org.stillpoint.lint.finding.Outline;
import org.stillpoint.lint.program.Facts;
import org.stillpoint.lint.survey.Progress;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Tensor;

/** Lints model files, one by one. */
public final class Linter {

    private static final String USE_UNKNOWN = "the file does not say how its tensors are used";
    private static final String NOT_TRAINED = "its entries are integers, which are not trained";
    private static final Facts NONE = new Facts(List.of(), List.of(), List.of(), List.of());

    private final Examiner examiner;
    private final Optional<BigFraction> near;
    private final Optional<Tensor> data;

    /**
     * A linter.
     *
     * @param near up to which difference units are nearly equal, in parts of their largest weight, above 0 and up to
     *     {@link org.stillpoint.lint.survey.NearTwins#LARGEST_Q}; empty if those are not wanted
     */
    public Linter(Examiner examiner, Optional<BigFraction> near) {
        this(examiner, near, Optional.empty());
    }

    private Linter(Examiner examiner, Optional<BigFraction> near, Optional<Tensor> data) {
        this.examiner = examiner;
        this.near = near;
        this.data = data;
    }

    /**
     * The same, which looks at units on data too.
     *
     * @param inputs samples along the first axis
     */
    public Linter on(Tensor inputs) {
        return new Linter(examiner, near, Optional.of(inputs));
    }

    /**
     * What is found in a model.
     *
     * @param progress is told of each entry of floating-point tensors once
     * @throws IOException if entries cannot be read; the message is for people and begins with the file's name
     */
    public LintedFile lint(ModelFile model, Progress progress) throws IOException {
        List<Survey> surveys = new ArrayList<>();
        for (Weights weights : model.weights()) {
            if (weights.isFloating()) {
                surveys.add(Survey.of(weights, progress));
            }
        }
        Facts facts = model.network().isPresent() ? examiner.examine(model.network().orElseThrow(), surveys) : NONE;
        List<Finding> findings = new ArrayList<>(Findings.of(model, surveys, facts.facts()));
        findings.addAll(NearFindings.of(model, surveys, near));
        if (data.isPresent()) {
            findings.addAll(onData(model, data.orElseThrow(), facts.facts()));
        }
        return new LintedFile(model.name(), model.format(), model.weights().stream()
                        .mapToLong(weights -> weights.dimensions().entries()).sum(),
                facts.analysed().stream().map(Weights::name).distinct().toList(), notAnalysed(model, facts),
                facts.notExamined(), Findings.ordered(model.weights(), findings), Outline.of(model));
    }

    private static List<Finding> onData(ModelFile model, Tensor inputs, List<Fact> facts) throws IOException {
        Network network = model.network().orElseThrow(() ->
                new FormatException(model.name() + ": " + USE_UNKNOWN + ", expected a model for the data"));
        try {
            return DataFindings.of(network, inputs, facts);
        } catch (DomainException e) {
            throw new FormatException(model.name() + ": on the data: " + e.getMessage());
        }
    }

    private static List<NotAnalysed> notAnalysed(ModelFile model, Facts facts) {
        Set<NotAnalysed> left = new LinkedHashSet<>(facts.notAnalysed());
        left.addAll(model.notAnalysed());
        if (model.network().isEmpty()) {
            model.weights().forEach(weights ->
                    left.add(new NotAnalysed(weights.name(), weights.isFloating() ? USE_UNKNOWN : NOT_TRAINED)));
        }
        return List.copyOf(left);
    }
}
