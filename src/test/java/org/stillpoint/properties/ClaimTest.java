package org.stillpoint.properties;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord.Kind;

/** The properties and the catalogue name each other, and say the same of what is shown. */
class ClaimTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(ClaimTest.class.getPackageName());
    private static Catalogue catalogue;

    @BeforeAll
    static void load() throws IOException {
        catalogue = Catalogue.load(Path.of("specs/claims"));
    }

    @Test
    void aPropertySaysOfEachClaimWhatTheClaimSaysOfIt() {
        assertThat(properties()).isNotEmpty()
                .allSatisfy(property -> assertThat(Claim.Reader.bearings(property)).as(name(property))
                .containsExactlyInAnyOrderElementsOf(catalogue.bearings(new EvidenceName(Kind.PROPERTY, name(property)))));
    }

    @Test
    void everyPropertyThatTheCatalogueNamesExists() {
        Set<String> named = catalogue.claims().stream().flatMap(claim -> claim.evidence().stream())
                .filter(evidence -> evidence.kind() == Kind.PROPERTY).map(EvidenceName::name).collect(Collectors.toSet());

        assertThat(properties().map(ClaimTest::name)).containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void everyPropertyOfAClaimAsserts() {
        assertThat(properties()).allSatisfy(property -> assertThat(FinalAssertion.of(property)).as(name(property)).isPresent());
    }

    @Test
    void theAssertionsOfPropertiesOfClaimsAreCounted() {
        List<Class<?>> ofClaims = properties().<Class<?>>map(Method::getDeclaringClass).distinct().toList();

        noClasses().that().belongToAnyOf(ofClaims.toArray(Class<?>[]::new)).should()
                .callMethodWhere(describe("is an assertion that is not counted",
                call -> call.getTargetOwner().isEquivalentTo(Assertions.class) && call.getName().equals("assertThat")))
                .check(CLASSES);
    }

    private static Stream<Method> properties() {
        return classes().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> !Claim.Reader.bearings(method).isEmpty());
    }

    /** Every class of this package whose name ends like that of a class of properties. */
    private static Stream<Class<?>> classes() {
        return CLASSES.stream().filter(type -> type.getSimpleName().endsWith("Properties")).map(JavaClass::reflect);
    }

    private static String name(Method property) {
        return property.getDeclaringClass().getSimpleName() + "." + property.getName();
    }
}
