package org.marsad.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.Curation.Why;
import org.marsad.store.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** Only admins edit; analysts look, and propose by reports. Checked on the server, whatever a screen shows. */
@ServerTest(database = "web")
class CurationRolesTest {
    private static final PlaceEdit EDIT = new PlaceEdit.Retire("geonames:2460596", 0);

    @Autowired
    Curation curation;

    @Autowired
    ReviewQueue queue;

    @Autowired
    PlaceReports reports;

    @Autowired
    Lexicography lexicography;

    @Autowired
    PlaceImports files;

    /**
     * The server's own: each server that was started in this process has one, and the static holder knows the last one only.
     */
    @Autowired
    SecurityContextHolderStrategy security;

    @AfterEach
    void logOut() {
        security.clearContext();
    }

    private void logIn(String role) {
        var context = security.createEmptyContext();
        context.setAuthentication(new TestingAuthenticationToken("x", "", "ROLE_" + role));
        security.setContext(context);
    }

    @Test
    void analystsAndBriefersMayLookButNotTouch() {
        for (var role : List.of("ANALYST", "BRIEFER")) {
            logIn(role);
            assertThat(curation.find("geonames:2460596")).isPresent();
            assertThat(curation.search("باماكو", 3)).isNotEmpty();
            assertThatThrownBy(() -> curation.check(EDIT)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> curation.rehearse(EDIT, false, Progress.NONE))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> curation.apply(EDIT, "x", Why.UNSAID, Progress.NONE))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> curation.undo(1, "x", Why.UNSAID, Progress.NONE))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> curation.history(9, 9)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> queue.list(0, 9)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> lexicography.searchActors("", 9)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> curation.rehearse(new ActorEdit.RetireActor("jnim", 0), false, Progress.NONE))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> files.remove("x", "x")).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> reports.decide(1, PlaceReport.State.DECLINED, "", "x"))
                    .isInstanceOf(AccessDeniedException.class);
        }
        logIn("ADMIN");
        assertThat(curation.history(Long.MAX_VALUE, 9)).isEmpty();
        assertThat(queue.list(0, 9)).isNotNull();
        assertThat(lexicography.searchActors("jnim", 9)).isNotEmpty();
    }

    @Test
    void nobodyIsNobody() {
        assertThatThrownBy(() -> curation.find("geonames:2460596"))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }
}
