package org.marsad.ui.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.ingest.ImportJobs;
import org.marsad.store.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@ServerTest(database = "dashboard")
@WithMockUser(username = "root", roles = "ADMIN")
class ImportViewTest extends SpringBrowserlessTest {
    @Autowired
    private ImportJobs jobs;

    @TempDir
    private Path directory;

    @BeforeEach
    void speakEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @Test
    void showsWhatAJobRefusedAndWhy() throws Exception {
        var file = directory.resolve("three.jsonl");
        Files.writeString(file, "{\"document\": \"a\", \"text\": \"Calm in Bamako.\"}\n{broken\n");
        var job = jobs.submit(List.of(file), "three.jsonl", "root");
        navigate(ImportView.class);
        waitUntilOver(job.id());
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));

        assertThat(texts()).contains("three.jsonl", "done", "1 taken in · 0 known already · 1 refused");
        test(find(NativeButton.class).withText("Why were 1 refused?").single()).click();
        assertThat(texts()).contains("three.jsonl, line 2").anyMatch(text -> text.contains("{broken"));
    }

    @Test
    @WithMockUser(roles = "BRIEFER")
    void onlyAnAdminMayTakeArticlesIn() {
        UI.getCurrent().navigate("import");
        List<HasElement> shown = UI.getCurrent().getInternals().getActiveRouterTargetsChain();
        assertThat(shown).doesNotHaveAnyElementsOfTypes(ImportView.class);
    }

    private void waitUntilOver(long job) throws InterruptedException {
        var patience = Instant.now().plus(Duration.ofSeconds(60));
        while (!jobs.get(job).state().isOver()) {
            assertThat(Instant.now()).as("%s", jobs.get(job)).isBefore(patience);
            Thread.sleep(100);
        }
    }

    private List<String> texts() {
        return find(Span.class).all().stream().map(Span::getText).toList();
    }
}
