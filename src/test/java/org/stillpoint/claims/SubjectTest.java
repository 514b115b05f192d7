package org.stillpoint.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each claim is found under what it is about. */
class SubjectTest {

    @Test
    void everyClaimOfTheCatalogueHasASubjectAndEverySubjectAClaim() throws IOException {
        assertThat(Catalogue.load(Path.of("specs/claims")).claims().stream().map(Subject::of).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Subject.values())
                        .filter(subject -> subject != Subject.OTHER).toList());
    }

    @Test
    void aFamilyThatIsNotKnownIsAmongTheOthers() {
        assertThat(Subject.of(Examples.claim("QUOKKA-1"))).isEqualTo(Subject.OTHER);
        assertThat(Subject.of(Examples.claim("PART-1")).id()).isEqualTo("partly-zero");
    }
}
