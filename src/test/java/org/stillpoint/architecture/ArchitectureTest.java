package org.stillpoint.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.training.Optimisation;
import org.stillpoint.training.Training;

class ArchitectureTest {

    /**
     * Each package may use those before it. Named ahead: the lab, readers of model files and the linter.
     */
    private static final List<String> ORDER = List.of(
            "kernel", "kernel.theorem", "kernel.graph", "kernel.graph.theorem", "kernel.graph.number",
            "activation", "enclosure", "domain", "optimiser",
            "tensor", "graph.operation", "graph.model", "graph.training", "graph.certificate", "graph.architecture",
            "engine", "engine.reference", "engine.fast.fraction", "engine.fast", "engine.enclosure", "engine.enclosure.tube",
            "training", "kink",
            "symmetry", "enumeration", "census", "generation", "lab", "format",
            "modelfile.tensor", "modelfile.network", "modelfile.reader",
                    "modelfile.archive", "modelfile.safetensors", "modelfile.numpy", "modelfile.pytorch", "modelfile.hdf",
                    "modelfile.keras", "modelfile.tensorflow", "modelfile.nnet", "modelfile.json", "modelfile.onnx",
                    "modelfile.onnx.translation", "modelfile.onnx.reader",
                    "modelfile",
            "statement", "witness", "search",
            "claims", "decision",
            "lint.survey", "lint.evaluation", "lint.fact", "lint.program", "lint.finding", "lint.data", "lint.simplification", "lint.simplification.onnx",
                    "lint.demonstration", "lint.report", "lint",
            "check.rounding", "check.question", "check.protocol", "check.mistake", "check.suite", "check.verdict",
                    "check.diagnosis",
            "teaching.paper", "teaching",
            "report.typography", "report.contract", "report.drawing", "report.player", "report.graph", "report", "build", "cli");
    private static final Pattern DESCRIPTION = Pattern.compile("/\\*\\*\\R(?: \\*(?!/).*\\R)+ \\*/\\Rpackage [a-z.]+;\\R");
    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.stillpoint");

    /** Decides signs where rounding provably cannot change them, and lets no floating-point number out. */
    private static final String SIGN_FILTER = "org.stillpoint.engine.fast.SignFilter";

    private static final ArchRule NO_FLOATING_POINT = noClasses().that().doNotHaveFullyQualifiedName(SIGN_FILTER)
            .should().accessTargetWhere(describe("passes or answers a floating-point number", access ->
                    access.getTarget() instanceof CodeUnitAccessTarget unit
                            && (isFloating(unit.getRawReturnType())
                            || unit.getRawParameterTypes().stream().anyMatch(ArchitectureTest::isFloating))))
            .orShould().dependOnClassesThat(describe("are floating-point types", ArchitectureTest::isFloating));

    @TestFactory
    Stream<DynamicTest> packagesUseOnlyThoseBeforeThem() {
        return ORDER.stream().filter(name -> !name.equals("cli")).map(name -> DynamicTest.dynamicTest(name, () -> {
            String[] later = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream()
                    .map(ArchitectureTest::room)
                    .toArray(String[]::new);
            noClasses().that().resideInAPackage(room(name))
                    .should().dependOnClassesThat().resideInAnyPackage(later)
                    .allowEmptyShould(true).check(CLASSES);
        }));
    }

    @Test
    void theEnginesAreUsedThroughTheFacadeOnly() {
        noClasses().that().resideOutsideOfPackages(inPackage("engine"), room("training"))
                .should().dependOnClassesThat().resideInAnyPackage(inPackage("engine.reference"), inPackage("engine.fast"),
                        inPackage("engine.enclosure"))
                .check(CLASSES);
    }

    /** The compiler for the browser is there for src/lab only, which nothing here may need. */
    @Test
    void nothingDependsOnTheCompilerForTheBrowser() {
        noClasses().should().dependOnClassesThat().resideInAPackage("org.teavm..").check(CLASSES);
    }

    /** They are compiled for the browser, where libraries that read files or use reflection cannot be. */
    @Test
    void theLabUsesNoLibraryButThatOfFractions() {
        classes().that().resideInAPackage(room("lab")).should().onlyDependOnClassesThat()
                .resideInAnyPackage("org.stillpoint..", "org.hipparchus.fraction", "java.lang", "java.math", "java.util..")
                .check(CLASSES);
    }

    @Test
    void everyClassIsInAPackageOfTheOrder() {
        classes().should().resideInAnyPackage(ORDER.stream().map(ArchitectureTest::room).toArray(String[]::new))
                .check(CLASSES);
    }

    /** The arbitraries are packed for others, without the other test classes. */
    @Test
    void theArbitrariesUseNothingThatTheirUsersDoNotHave() {
        String[] packed = Stream.concat(ORDER.stream().map(ArchitectureTest::room),
                Stream.of(inPackage("arbitraries"), "java..", "net.jqwik.api..", "org.hipparchus..")).toArray(String[]::new);

        classes().should().onlyDependOnClassesThat().resideInAnyPackage(packed)
                .check(new ClassFileImporter().importPackages("org.stillpoint.arbitraries"));
    }

    /** A training that a property runs is checked against the budget where it runs, whatever the property made of it. */
    @Test
    void propertiesTrainThroughTheBudgetOnly() {
        noClasses().should().dependOnClassesThat().belongToAnyOf(Training.class, Optimisation.class)
                .check(new ClassFileImporter().importPackages("org.stillpoint.properties", "org.stillpoint.guide"));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.stillpoint.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theKernelUsesFractionsAndNothingElse() {
        classes().that().resideInAPackage(inPackage("kernel"))
                .should().onlyDependOnClassesThat().resideInAnyPackage(
                        inPackage("kernel"), "java.lang", "org.hipparchus.fraction")
                .check(CLASSES);
    }

    @Test
    void theKernelNeitherReadsNorWritesAnything() {
        noClasses().that().resideInAPackage(inPackage("kernel"))
                .should().dependOnClassesThat().haveFullyQualifiedName("java.lang.System")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.lang.Thread")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.lang.Process")
                .check(CLASSES);
    }

    /** The prover reads these files too, but the digests of saved proofs leave them out. */
    @ParameterizedTest
    @ValueSource(strings = {"", "theorem"})
    void thePackagesOfTheKernelAreDescribedAndNothingElse(String folder) {
        assertThat(Path.of("src/main/java/org/stillpoint/kernel", folder, "package-info.java")).content().matches(DESCRIPTION);
    }

    @Test
    void noNumberIsEverFloatingPoint() {
        NO_FLOATING_POINT.check(CLASSES);
    }

    @Test
    void theSignFilterTellsItsCallersNothingInFloatingPoint() {
        JavaClass filter = CLASSES.get(SIGN_FILTER);

        assertThat(filter.getCodeUnits()).filteredOn(unit -> !unit.getModifiers().contains(JavaModifier.PRIVATE))
                .isNotEmpty()
                .noneMatch(unit -> isFloating(unit.getRawReturnType())
                        || unit.getRawParameterTypes().stream().anyMatch(ArchitectureTest::isFloating));
        assertThat(filter.getFields()).filteredOn(field -> isFloating(field.getRawType()))
                .isNotEmpty().allMatch(field -> field.getModifiers().contains(JavaModifier.PRIVATE));
    }

    @Test
    void aFloatingPointNumberWouldBeNoticed() {
        JavaClasses offender = new ClassFileImporter().importClasses(Rounds.class);

        assertThat(NO_FLOATING_POINT.evaluate(offender).getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains("doubleValue"))
                .anyMatch(detail -> detail.contains("BigFraction.<init>(double)"))
                .anyMatch(detail -> detail.contains("nextDouble"));
    }

    /** What must not be done. */
    private static final class Rounds {

        BigFraction round(BigFraction exact, Random random) {
            return new BigFraction(exact.doubleValue() + random.nextDouble());
        }
    }

    private static boolean isFloating(JavaClass type) {
        return FLOATING.contains(type.getBaseComponentType().getName());
    }

    /** The package itself, without those below it, which have places of their own. */
    private static String room(String name) {
        return "org.stillpoint." + name;
    }

    /** The package with all below it. */
    private static String inPackage(String name) {
        return "org.stillpoint." + name + "..";
    }
}
