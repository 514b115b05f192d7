package org.stillpoint.properties;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord.Kind;

/** The properties and the catalogue name each other. */
class ClaimTest {

    private static Catalogue catalogue;

    @BeforeAll
    static void load() throws IOException {
        catalogue = Catalogue.load(Path.of("specs/claims"));
    }

    @Test
    void everyPropertyIsAmongTheEvidenceOfItsClaim() {
        assertThat(properties()).allSatisfy(property -> assertThat(evidence(claim(property))).contains(name(property)));
    }

    @Test
    void everyPropertyThatTheCatalogueNamesExists() {
        Set<String> named = catalogue.claims().stream().flatMap(claim -> evidence(claim.id()).stream()).collect(Collectors.toSet());

        assertThat(properties().map(ClaimTest::name)).containsAll(named);
    }

    private static Stream<Method> properties() {
        return classes().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(org.stillpoint.properties.Claim.class));
    }

    /** Every class of this package whose name ends like that of a class of properties. */
    private static Stream<Class<?>> classes() {
        return new ClassFileImporter().importPackages(ClaimTest.class.getPackageName()).stream()
                .filter(type -> type.getSimpleName().endsWith("Properties")).map(JavaClass::reflect);
    }

    private static String claim(Method property) {
        return property.getAnnotation(org.stillpoint.properties.Claim.class).value();
    }

    private static String name(Method property) {
        return property.getDeclaringClass().getSimpleName() + "." + property.getName();
    }

    private static List<String> evidence(String claim) {
        return catalogue.find(claim).map(Claim::evidence).orElse(List.of()).stream()
                .filter(evidence -> evidence.kind() == Kind.PROPERTY).map(EvidenceName::name).toList();
    }
}
